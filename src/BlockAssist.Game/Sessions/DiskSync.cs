using Microsoft.Win32.SafeHandles;

namespace BlockAssist.Game.Sessions;

/// <summary>Has a file that is being written put on the disk now and then, on another thread: it takes longer than a frame.</summary>
/// <remarks>What was written survives the end of the program without that; this is for the end of the power.</remarks>
internal sealed class DiskSync(SafeFileHandle file) : IThreadPoolWorkItem
{
    private const long IntervalMilliseconds = 10_000;

    private long _lastAt;
    private IOException? _failure;
    private int _isBusy;

    /// <summary>Begins, if it is time to and the last time is over.</summary>
    /// <param name="time">How late it is, in milliseconds since the start.</param>
    /// <exception cref="IOException">The disk did not take it the last time.</exception>
    public void Pass(long time)
    {
        if (Interlocked.Exchange(ref _failure, null) is { } failure)
        {
            throw new IOException("The recording could not be put on the disk.", failure);
        }

        if (time - _lastAt >= IntervalMilliseconds && Interlocked.Exchange(ref _isBusy, 1) == 0)
        {
            _lastAt = time;
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }
    }

    /// <inheritdoc/>
    public void Execute()
    {
        try
        {
            RandomAccess.FlushToDisk(file);
        }
        catch (ObjectDisposedException)
        {
            // The session ended first, and whoever ends one waits for the disk.
        }
        catch (IOException error)
        {
            Volatile.Write(ref _failure, error);
        }

        Volatile.Write(ref _isBusy, 0);
    }
}
