"""Breaks of our own code, written by hand, to see whether the fast tests notice them.

    python -m bench.mutants                  breaks one after another, and prints which the tests did not see
    python -m bench.mutants ranking asking   only these rooms
    python -m bench.mutants --check          only looks whether every mutant still fits the code

A mutant is (room, what it breaks, old text, new text). `mutant.ROOMS` says with patterns in which files a room's texts
are looked for and which tests must see the break; a file that moves keeps its mutants. When code is rewritten, write
its mutants' `old` anew so that the same behaviour is broken; when a behaviour goes on purpose, its mutant goes with it.
"""
