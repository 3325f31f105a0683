using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace BlockAssist.Cli.Running;

/// <summary>Asks processes to end, as terminals and service managers do; where there is no such thing, on Windows, nobody can.</summary>
/// <remarks>The command <c>kill</c> is not on every system.</remarks>
internal static partial class ProcessSignal
{
    // The same on Linux and macOS.
    private const int Interruption = 2;
    private const int Termination = 15;
    private const int NoSuchProcess = 3;

    /// <summary>As Ctrl+C does.</summary>
    /// <exception cref="Win32Exception">It is somebody else's.</exception>
    public static void Interrupt(Process process) => Send(process, Interruption);

    /// <summary>As service managers do.</summary>
    /// <exception cref="Win32Exception">It is somebody else's.</exception>
    public static void Terminate(Process process) => Send(process, Termination);

    private static void Send(Process process, int signal)
    {
        // Who has ended meanwhile has done what was asked.
        if (Kill(process.Id, signal) != 0 && Marshal.GetLastPInvokeError() is var error and not NoSuchProcess)
        {
            throw new Win32Exception(error);
        }
    }

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Kill(int process, int signal);
}
