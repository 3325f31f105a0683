using System.IO.MemoryMappedFiles;

namespace BlockAssist.Fuzzing.Engine;

/// <summary>The input that is tried now, in a file: so that it is known when the process does not survive it.</summary>
internal sealed class LastInput : IDisposable
{
    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;

    /// <summary>A file that holds nothing yet.</summary>
    /// <param name="path">Where.</param>
    /// <param name="mostBytes">The longest input.</param>
    public LastInput(string path, int mostBytes)
    {
        _file = MemoryMappedFile.CreateFromFile(path, FileMode.Create, mapName: null, sizeof(int) + mostBytes);
        _view = _file.CreateViewAccessor();
        _view.Write(0, -1);
    }

    /// <summary>Notes an input.</summary>
    public void Note(byte[] input)
    {
        _view.WriteArray(sizeof(int), input, 0, input.Length);
        _view.Write(0, input.Length);
    }

    /// <summary>Notes that there is none.</summary>
    public void Clear() => _view.Write(0, -1);

    /// <summary>What a process noted that is no more; null if it was at none.</summary>
    public static byte[]? Read(string path)
    {
        if (!File.Exists(path) || File.ReadAllBytes(path) is not { Length: >= sizeof(int) } bytes || BitConverter.ToInt32(bytes) is var length && (length < 0 || length > bytes.Length - sizeof(int)))
        {
            return null;
        }

        return bytes.AsSpan(sizeof(int), length).ToArray();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _view.Dispose();
        _file.Dispose();
    }
}
