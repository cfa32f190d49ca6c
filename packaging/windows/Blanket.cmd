@echo off
rem Dobbeltklik her: skranken aabner i sit eget vindue. Med ord efter virker den som kommandoen blanket.
setlocal
chcp 65001 >nul
title blanket
if "%~1"=="" cd /d "%USERPROFILE%" 2>nul
"%~dp0blanket.exe" %*
set kode=%errorlevel%
if "%~1"=="" if not "%kode%"=="0" pause
exit /b %kode%
