using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace BlockAssist.Cli.Supervision;

/// <summary>Starts processes that give way: they have a core while nobody else wants it.</summary>
internal static partial class GivingWay
{
    private const int SchedIdle = 5;

    /// <summary>Starts one.</summary>
    /// <exception cref="Win32Exception">There is no such program, or it cannot be started.</exception>
    public static Process? Start(ProcessStartInfo start)
    {
        if (!OperatingSystem.IsLinux())
        {
            var process = Process.Start(start);
            Lower(process);
            return process;
        }

        // Linux schedules threads, and what one starts is scheduled like it: whoever lowered the process afterwards would miss the threads that it has by then.
        (Process? Process, Win32Exception? Fault) started = default;
        var starter = new Thread(() => started = FromIdleThread(start)) { Name = "starter of work beside" };
        starter.Start();
        starter.Join();
        return started.Fault is { } fault ? throw new Win32Exception(fault.NativeErrorCode, fault.Message) : started.Process;
    }

    private static (Process? Process, Win32Exception? Fault) FromIdleThread(ProcessStartInfo start)
    {
        // Where the system does not allow it, it runs as it is.
        var priority = 0;
        _ = SetScheduler(0, SchedIdle, ref priority);
        try
        {
            return (Process.Start(start), null);
        }
        catch (Win32Exception fault)
        {
            return (null, fault);
        }
    }

    private static void Lower(Process? process)
    {
        try
        {
            process?.PriorityClass = ProcessPriorityClass.Idle;
        }
        catch (Exception error) when (error is InvalidOperationException or Win32Exception)
        {
            // It is over already, or the system does not allow it: then it runs as it is.
        }
    }

    // int sched_setscheduler(pid_t, int, const struct sched_param *), sched(7); 0 is the thread that calls.
    [LibraryImport("libc", EntryPoint = "sched_setscheduler", SetLastError = true)]
    private static partial int SetScheduler(int thread, int policy, ref int priority);
}
