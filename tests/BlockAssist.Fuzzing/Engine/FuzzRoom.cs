namespace BlockAssist.Fuzzing.Engine;

/// <summary>A folder for one target while it is fuzzed, and what has to end with it.</summary>
internal sealed class FuzzRoom : IDisposable
{
    private readonly Stack<IDisposable> _owned = new();

    /// <summary>The folder.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("blockassist-fuzz-").FullName;

    /// <summary>The path of a file in it.</summary>
    public string File(string name) => Path.Combine(Folder, name);

    /// <summary>Something that ends with the room.</summary>
    public T Own<T>(T one)
        where T : IDisposable
    {
        _owned.Push(one);
        return one;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        while (_owned.TryPop(out var one))
        {
            one.Dispose();
        }

        Directory.Delete(Folder, recursive: true);
    }
}
