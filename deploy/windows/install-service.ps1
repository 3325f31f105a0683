# Makes a node a service of Windows. In a PowerShell as administrator: .\install-service.ps1 -Program C:\BlockAssist\blockassist.exe
# Before that, once, as the same home: $env:BLOCKASSIST_HOME = 'C:\ProgramData\BlockAssist'; blockassist key new; blockassist swarm join ADDRESS
[CmdletBinding()]
param(
    [Parameter(Mandatory)] [string] $Program,
    [string] $NodeHome = "$env:ProgramData\BlockAssist",
    [string] $Name = 'BlockAssist',
    [string[]] $Words = @('node', 'run'),
    [int] $StatusPort = 7480
)
$ErrorActionPreference = 'Stop'

if (-not (Test-Path $Program)) { throw "$Program is not there; dotnet publish src/BlockAssist.Cli -c Release -o C:\BlockAssist makes it" }
New-Item -ItemType Directory -Force $NodeHome | Out-Null

# The account of the service alone, and administrators, may read the home: it has keys.
$account = "NT SERVICE\$Name"
New-Service -Name $Name -DisplayName 'BlockAssist node' -Description 'Takes part in a swarm that learns to build.' `
    -BinaryPathName "`"$Program`" $($Words -join ' ')" -StartupType Automatic | Out-Null
& sc.exe config $Name obj= $account | Out-Null
& sc.exe config $Name start= delayed-auto | Out-Null
& icacls.exe $NodeHome /inheritance:r /grant:r "${account}:(OI)(CI)F" '*S-1-5-32-544:(OI)(CI)F' | Out-Null

# Started anew after ten seconds when it fails, but not for ever: the count is forgotten after a day.
& sc.exe failure $Name reset= 86400 actions= restart/10000/restart/60000/restart/600000 | Out-Null
& sc.exe failureflag $Name 1 | Out-Null

# What it is told by its environment; the first is what makes it answer the service manager.
$verb = ($Words -join '_').ToUpperInvariant()
New-ItemProperty -Path "HKLM:\SYSTEM\CurrentControlSet\Services\$Name" -Name Environment -PropertyType MultiString -Force -Value @(
    'BLOCKASSIST_WINDOWS_SERVICE=1',
    "BLOCKASSIST_HOME=$NodeHome",
    "BLOCKASSIST_${verb}_STATUS_PORT=$StatusPort"
) | Out-Null

Start-Service $Name
Get-Service $Name
