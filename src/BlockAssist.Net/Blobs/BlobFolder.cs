namespace BlockAssist.Net.Blobs;

/// <summary>The files of a store.</summary>
internal sealed class BlobFolder
{
    private const int PrefixDigits = 2;
    private const int BufferBytes = 128 << 10;

    private readonly TimeProvider _time;
    private readonly string _whole;
    private readonly string _begun;
    private long _bytes;

    /// <summary>Opens a folder; makes it if need be.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="time">Says when something was used.</param>
    public BlobFolder(string folder, TimeProvider time)
    {
        _time = time;
        _whole = Directory.CreateDirectory(Path.Combine(folder, "blobs")).FullName;
        _begun = Directory.CreateDirectory(Path.Combine(folder, "begun")).FullName;
        _bytes = Files(_whole).Concat(Files(_begun)).Sum(file => file.Length);
    }

    /// <summary>How many bytes there are.</summary>
    public long Bytes => Interlocked.Read(ref _bytes);

    /// <summary>The file of a whole blob; it need not be there.</summary>
    public FileInfo PathOf(BlobId id)
    {
        var digits = id.ToString();
        return new FileInfo(Path.Combine(_whole, digits[..PrefixDigits], digits[PrefixDigits..]));
    }

    /// <summary>How many bytes came of a blob that was begun.</summary>
    public long BegunLengthOf(BlobId id) => Begun(id) is { Exists: true } begun ? begun.Length : 0;

    /// <summary>All whole blobs, the one that was not used for longest first.</summary>
    public IEnumerable<BlobId> LeastUsed() =>
        from file in Files(_whole)
        let parsed = (IsId: BlobId.TryParse(file.Directory!.Name + file.Name, out var id), Id: id)
        where parsed.IsId
        orderby file.LastWriteTimeUtc, file.Name
        select parsed.Id;

    /// <summary>Opens a whole blob, and notes that it was used; null where it is not there.</summary>
    public FileStream? Open(BlobId id)
    {
        try
        {
            var stream = new FileStream(PathOf(id).FullName, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0, useAsync: true);
            File.SetLastWriteTimeUtc(stream.SafeFileHandle, _time.GetUtcNow().UtcDateTime);
            return stream;
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Where a whole blob is, noting that it was used; null where it is not there.</summary>
    public string? Use(BlobId id)
    {
        var path = PathOf(id).FullName;
        try
        {
            File.SetLastWriteTimeUtc(path, _time.GetUtcNow().UtcDateTime);
            return path;
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Forgets a whole blob.</summary>
    public void Delete(BlobId id) => Delete(PathOf(id));

    /// <summary>All blobs that were begun, with when something last came of each; the one of which that was longest ago first.</summary>
    public IEnumerable<(BlobId Id, DateTimeOffset At)> LeastBegun() =>
        from file in Files(_begun)
        let parsed = (IsId: BlobId.TryParse(file.Name, out var id), Id: id)
        where parsed.IsId
        orderby file.LastWriteTimeUtc, file.Name
        select (parsed.Id, new DateTimeOffset(file.LastWriteTimeUtc));

    /// <summary>Forgets what came of a blob that was begun.</summary>
    public void DeleteBegun(BlobId id) => Delete(Begun(id));

    /// <summary>Adds bytes to a blob that was begun; when it is whole and right, it is there.</summary>
    public async Task<BlobReceipt> AppendAsync(BlobId id, long length, long offset, Stream source, CancellationToken cancellation)
    {
        if (offset != BegunLengthOf(id))
        {
            return BlobReceipt.Gap;
        }

        var begun = Begun(id);
        var receipt = await WriteAsync(begun, id, length, source, cancellation).ConfigureAwait(false);
        switch (receipt)
        {
            case BlobReceipt.WrongBytes or BlobReceipt.TooLarge: Delete(begun); break;
            case BlobReceipt.Stored: Finish(begun, PathOf(id)); break;
            default: break;
        }

        return receipt;
    }

    // The file is closed at the end: Windows neither deletes nor moves one that is open.
    private async Task<BlobReceipt> WriteAsync(FileInfo begun, BlobId id, long length, Stream source, CancellationToken cancellation)
    {
        var file = new FileStream(begun.FullName, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0, useAsync: true);
        await using (file.ConfigureAwait(false))
        {
            if (!await CopyAsync(source, file, length, cancellation).ConfigureAwait(false))
            {
                return BlobReceipt.TooLarge;
            }

            if (file.Length < length)
            {
                return BlobReceipt.Begun;
            }

            file.Flush(flushToDisk: true);
            file.Position = 0;
            return BlobId.Of(file) == id ? BlobReceipt.Stored : BlobReceipt.WrongBytes;
        }
    }

    private void Finish(FileInfo begun, FileInfo whole)
    {
        whole.Directory!.Create();
        File.SetLastWriteTimeUtc(begun.FullName, _time.GetUtcNow().UtcDateTime);
        File.Move(begun.FullName, whole.FullName, overwrite: true);
    }

    private FileInfo Begun(BlobId id) => new(Path.Combine(_begun, id.ToString()));

    private async Task<bool> CopyAsync(Stream source, FileStream file, long length, CancellationToken cancellation)
    {
        file.Position = file.Length;
        var buffer = new byte[BufferBytes];
        while (true)
        {
            var read = await source.ReadAsync(buffer, cancellation).ConfigureAwait(false);
            if (read == 0 || file.Length + read > length)
            {
                return read == 0;
            }

            await file.WriteAsync(buffer.AsMemory(0, read), cancellation).ConfigureAwait(false);
            Interlocked.Add(ref _bytes, read);
        }
    }

    private void Delete(FileInfo file)
    {
        file.Refresh();
        if (file.Exists)
        {
            var bytes = file.Length;
            file.Delete();
            Interlocked.Add(ref _bytes, -bytes);
        }
    }

    private static IEnumerable<FileInfo> Files(string folder) => new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories);
}
