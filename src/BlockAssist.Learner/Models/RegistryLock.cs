using BlockAssist.Simulation.Files;

namespace BlockAssist.Learner.Models;

/// <summary>Only one process at a time changes a registry; the lock ends with the process, however that ends.</summary>
internal static class RegistryLock
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Waits for the lock and takes it, until the result is disposed of.</summary>
    /// <exception cref="RegistryException">Another process keeps it for longer than <paramref name="patience"/>.</exception>
    public static IDisposable Take(string path, TimeSpan patience, TimeProvider time)
    {
        var start = time.GetTimestamp();
        while (true)
        {
            if (HeldFile.TryTake(path) is { } held)
            {
                return held;
            }

            if (time.GetElapsedTime(start) > patience)
            {
                throw new RegistryException($"{path}: another process is changing the models; try again when it is done");
            }

            Thread.Sleep(Pause);
        }
    }
}
