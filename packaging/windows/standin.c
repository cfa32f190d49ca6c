/* A stand-in for bcryptprimitives.dll, for tests under Wine 8 alone, which lacks it. Windows has its own since Windows 8,
   and the Windows folder holds none. The typst wheel asks it for random bytes. */
#include <windows.h>

BOOLEAN NTAPI SystemFunction036(PVOID buffer, ULONG length); /* RtlGenRandom */

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE data, SIZE_T size) {
    return SystemFunction036(data, (ULONG)size);
}
