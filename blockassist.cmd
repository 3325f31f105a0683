@echo off
rem Builds BlockAssist if its sources changed, and runs it: blockassist --help
rem The caller's folder, standard input and exit code are the program's; what the build says goes to standard error.
setlocal
set "root=%~dp0"
set "state=%root%artifacts\launcher"
set "program=%root%artifacts\bin\BlockAssist.Cli\release\blockassist.dll"

where dotnet >nul 2>nul
if errorlevel 1 goto explain

call :is_built
if errorlevel 1 call :build_alone
if errorlevel 1 exit /b 1

dotnet "%program%" %*
exit /b %errorlevel%

rem The sources are built if they equal the copy that was made of them when they were last built. robocopy /L only
rem compares (names, sizes, times) and ends with 0 if there is no difference.
:is_built
if not exist "%program%" exit /b 1
if not exist "%state%\copy\src" exit /b 1
robocopy "%root%src" "%state%\copy\src" /MIR /L /NJH /NJS /NFL /NDL /NP >nul || exit /b 1
if exist "%root%assets" robocopy "%root%assets" "%state%\copy\assets" /MIR /L /NJH /NJS /NFL /NDL /NP >nul || exit /b 1
robocopy "%root%." "%state%\copy" *.props *.targets *.json .editorconfig BannedSymbols.txt /L /NJH /NJS /NFL /NDL /NP >nul || exit /b 1
exit /b 0

rem Two at once build one after the other: only one of them can open the lock for writing.
rem While the attempt is made, errors are hidden (2>nul); the build itself gets them back (8).
:build_alone
if not exist "%state%" mkdir "%state%"
:wait
set "ran="
8>&2 2>nul ( 9>"%state%\lock" ( set "ran=1" & call :build 2>&8 ) )
if defined ran exit /b %built%
ping -n 2 127.0.0.1 >nul
goto wait

:build
call :is_built
if not errorlevel 1 ( set "built=0" & exit /b 0 )
pushd "%root%"
dotnet --version >nul 2>nul
if errorlevel 1 ( popd & set "built=1" & call :explain & exit /b 1 )
echo blockassist: building (the first time takes about two minutes) 1>&2
dotnet build src\BlockAssist.Cli -c Release -nologo -v quiet -nodeReuse:false >"%state%\build.log" 2>&1 <nul
set "built=%errorlevel%"
popd
if not "%built%"=="0" ( type "%state%\build.log" 1>&2 & echo blockassist: the build failed 1>&2 & set "built=1" & exit /b 1 )
robocopy "%root%src" "%state%\copy\src" /MIR /NJH /NJS /NFL /NDL /NP >nul
if exist "%root%assets" robocopy "%root%assets" "%state%\copy\assets" /MIR /NJH /NJS /NFL /NDL /NP >nul
robocopy "%root%." "%state%\copy" *.props *.targets *.json .editorconfig BannedSymbols.txt /NJH /NJS /NFL /NDL /NP >nul
set "built=0"
exit /b 0

:explain
echo blockassist: the .NET SDK 10.0.400 or newer is needed and was not found. To get it: 1>&2
echo   winget install Microsoft.DotNet.SDK.10     or     https://dot.net/download 1>&2
exit /b 1
