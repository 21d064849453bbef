@echo off
rem The `spandrel` command of the packaged app: its own Electron as Node.
setlocal
set ELECTRON_RUN_AS_NODE=1
"%~dp0..\Spandrel.exe" "%~dp0..\resources\app\out\main\cli.js" %*
