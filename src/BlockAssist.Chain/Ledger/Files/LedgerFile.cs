using BlockAssist.Chain.Values;
using BlockAssist.Simulation.Files;
using Microsoft.Win32.SafeHandles;

namespace BlockAssist.Chain.Ledger.Files;

/// <summary>The file of a ledger: entries, one after the other, of which only the last can be incomplete.</summary>
internal sealed class LedgerFile : IDisposable
{
    private static readonly byte[] Magic = [0x89, 0x42, 0x41, 0x4C, 0x0D, 0x0A, 0x1A, 0x0A];

    private readonly SafeFileHandle _handle;
    private readonly IDisposable? _lock;

    // Behind the last entry that was read or written.
    private long _end = Magic.Length;
    private ulong _next;
    private bool _isBroken;

    private LedgerFile(string path, SafeFileHandle handle, IDisposable? held) => (Path, _handle, _lock) = (path, handle, held);

    public string Path { get; }

    public bool IsWritable => _lock is not null;

    /// <summary>Makes a file with its first entry, and opens it for writing.</summary>
    /// <exception cref="LedgerException">There is one, or another process is making it.</exception>
    public static LedgerFile Create(string path, LedgerEntry first)
    {
        var held = Lock(path);
        try
        {
            if (File.Exists(path))
            {
                throw new LedgerException($"{path} is there already; a ledger is never replaced");
            }

            AtomicFile.Write(path, stream => stream.Write([.. Magic, .. first.ToBytes()]));
            return new LedgerFile(path, OpenHandle(path, FileAccess.ReadWrite), held);
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <summary>Opens a file.</summary>
    /// <exception cref="LedgerException">There is none, or it is to be written and another process does.</exception>
    public static LedgerFile Open(string path, bool isWritable)
    {
        if (!File.Exists(path))
        {
            throw new LedgerException($"there is no ledger {path}");
        }

        var held = isWritable ? Lock(path) : null;
        try
        {
            return new LedgerFile(path, OpenHandle(path, isWritable ? FileAccess.ReadWrite : FileAccess.Read), held);
        }
        catch
        {
            held?.Dispose();
            throw;
        }
    }

    /// <summary>The entry that comes next; null if there is none, or it is not whole.</summary>
    /// <exception cref="LedgerException">What comes next is no entry, and no beginning of one.</exception>
    public LedgerEntry? Read()
    {
        if (_next == 0 && !Bytes(0, Magic.Length).AsSpan().SequenceEqual(Magic))
        {
            throw new LedgerException($"{Path} is no ledger");
        }

        var head = Bytes(_end, LedgerEntry.HeadBytes);
        if (head.Length < LedgerEntry.HeadBytes || LedgerEntry.LengthOf(head) is not { } length)
        {
            return head.Length < LedgerEntry.HeadBytes || IsEmptyFrom(_end) ? null : throw new LedgerException(Path, _next, "its length is none");
        }

        var bytes = Bytes(_end + LedgerEntry.HeadBytes, length + EcdsaSignature.Bytes);
        var isWhole = bytes.Length == length + EcdsaSignature.Bytes && (bytes[^1] != 0 || !IsEmptyFrom(_end + LedgerEntry.HeadBytes + bytes.Length));
        return isWhole ? Taken(new LedgerEntry(bytes.AsMemory(0, length), bytes.AsMemory(length))) : null;
    }

    /// <summary>Removes what is behind the last entry that was read: the beginning of one that never came to be.</summary>
    public void Cut()
    {
        if (RandomAccess.GetLength(_handle) > _end)
        {
            RandomAccess.SetLength(_handle, _end);
            RandomAccess.FlushToDisk(_handle);
        }
    }

    /// <summary>Adds an entry; when this returns it is on the disk.</summary>
    /// <exception cref="IOException">It is not.</exception>
    public void Append(LedgerEntry entry)
    {
        if (_isBroken)
        {
            throw new IOException("an earlier block was not written, and what is left of it could not be removed");
        }

        try
        {
            RandomAccess.Write(_handle, entry.ToBytes(), _end);
            RandomAccess.FlushToDisk(_handle);
            Taken(entry);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Withdraw();
            throw;
        }
    }

    public void Dispose()
    {
        _handle.Dispose();
        _lock?.Dispose();
    }

    private static SafeFileHandle OpenHandle(string path, FileAccess access) => File.OpenHandle(path, FileMode.Open, access, FileShare.ReadWrite);

    private static IDisposable Lock(string path) => HeldFile.TryTake(path + ".lock") ?? throw new LedgerException($"another process writes {path}; it can be opened for reading");

    private LedgerEntry Taken(LedgerEntry entry)
    {
        _end += LedgerEntry.HeadBytes + entry.Body.Length + entry.Seal.Length;
        _next++;
        return entry;
    }

    // What was not written must not be found later: its sender has been told that it is not there.
    private void Withdraw()
    {
        try
        {
            Cut();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            _isBroken = true;
        }
    }

    // As many bytes as there are, at most.
    private byte[] Bytes(long at, int count)
    {
        var bytes = new byte[count];
        var read = 0;
        for (var more = -1; more != 0 && read < count; read += more)
        {
            more = RandomAccess.Read(_handle, bytes.AsSpan(read), at + read);
        }

        return bytes[..read];
    }

    // After a power failure some file systems have zeros where bytes were to be.
    private bool IsEmptyFrom(long at)
    {
        for (var bytes = Bytes(at, LedgerEntry.MostBytes); bytes.Length > 0; bytes = Bytes(at, LedgerEntry.MostBytes))
        {
            if (bytes.AsSpan().ContainsAnyExcept((byte)0))
            {
                return false;
            }

            at += bytes.Length;
        }

        return true;
    }
}
