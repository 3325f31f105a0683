using BlockAssist.Learner.Checkpoints;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Learner.Models;

/// <summary>The models of a node: files named by their hash, and which of them plays.</summary>
/// <remarks>
/// In a folder: <c>HASH.safetensors</c> (checkpoints), <c>index.jsonl</c> (what was done, a checksummed line each, only ever
/// added to) and <c>index.lock</c>. A file is written before the line that names it and removed after the line that lets go
/// of it, so that a crash leaves at most a file nobody names. Any number of processes may use one folder.
/// </remarks>
/// <param name="folder">Where; made when first written to.</param>
/// <param name="time">The clock.</param>
public sealed class ModelRegistry(string folder, TimeProvider time)
{
    private const string Extension = ".safetensors";
    private const string Advice = "Import the model again from a sound copy: blockassist model import FILE.";

    private readonly RegistryIndex _index = new(Path.Combine(folder, "index.jsonl"));

    /// <summary>How long to wait for another process that is changing the registry.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>All models, the oldest first.</summary>
    public IReadOnlyList<ModelEntry> List() => [.. _index.Read().Models];

    /// <summary>The model of a kind that plays; null before there is one.</summary>
    public ModelEntry? Promoted(ModelKind kind) => _index.Read().Promoted(kind);

    /// <summary>The model whose hash is, or starts with, some digits.</summary>
    /// <exception cref="RegistryException">There is none, or more than one.</exception>
    public ModelEntry Find(string start)
    {
        var found = List().Where(model => model.Hash.StartsWith(start, StringComparison.Ordinal)).ToList();
        return found.Count == 1 ? found[0] : throw new RegistryException($"{folder}: {(found.Count == 0 ? "no" : "more than one")} model whose hash starts with '{start}'; see blockassist model list");
    }

    /// <summary>Where the file of a model is.</summary>
    public string PathOf(string hash) => Path.Combine(folder, CheckedHash(hash) + Extension);

    /// <summary>The checkpoint of a model, checked against its hash.</summary>
    /// <exception cref="ArtifactFormatException">The file is lost or damaged.</exception>
    public Checkpoint Load(string hash) => Checked(hash).Checkpoint;

    /// <summary>Adds a checkpoint as a candidate. One that is there already stays as it is; if its file was lost or damaged, it is put back.</summary>
    public ModelAddition Add(Checkpoint checkpoint, ModelKind kind, string? note = null)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        var bytes = CheckpointFile.ToBytes(checkpoint);
        return Add(bytes, checkpoint, kind, note);
    }

    /// <summary>Adds a checkpoint from a file, checked, as <see cref="Add(Checkpoint, ModelKind, string?)"/> does.</summary>
    /// <exception cref="ArtifactFormatException">The file is no sound checkpoint.</exception>
    public ModelAddition Import(string path, ModelKind kind, string? note = null)
    {
        var bytes = SafetensorsFile.ReadBytes(path, SafetensorsLimits.Default);
        return Add(bytes, CheckpointFile.FromBytes(bytes, path), kind, note);
    }

    /// <summary>Copies a model, checked, to a file.</summary>
    /// <exception cref="ArtifactFormatException">The model's file is lost or damaged.</exception>
    public void Export(string hash, string path)
    {
        var (bytes, _) = Checked(hash);
        AtomicFile.Write(path, stream => stream.Write(bytes));
    }

    /// <summary>Lets a model play from now on; the one that played is archived.</summary>
    /// <exception cref="RegistryException">There is no such model, or it plays already.</exception>
    /// <exception cref="ArtifactFormatException">Its file is damaged.</exception>
    public ModelEntry Promote(string hash)
    {
        Change(_ =>
        {
            Load(hash);
            return Event(RegistryOperation.Promote, hash);
        });
        return _index.Read().Find(hash)!;
    }

    /// <summary>Archives the model that plays, and lets the one play that did before it.</summary>
    /// <returns>The one that plays now.</returns>
    /// <exception cref="RegistryException">There was none before it.</exception>
    public ModelEntry Rollback(ModelKind kind)
    {
        var hash = "";
        Change(contents =>
        {
            hash = contents.Previous(kind)?.Hash ?? throw new RegistryException($"{folder}: no {kind} model played before the present one");
            Load(hash);
            return Event(RegistryOperation.Rollback, hash);
        });
        return _index.Read().Find(hash)!;
    }

    /// <summary>Sets a candidate aside.</summary>
    /// <exception cref="RegistryException">There is no such candidate.</exception>
    public void Archive(string hash) => Change(_ => Event(RegistryOperation.Archive, hash));

    /// <summary>Removes an archived model and its file.</summary>
    /// <exception cref="RegistryException">There is no such model, or it is not archived.</exception>
    public void Remove(string hash)
    {
        using var held = Lock();
        Append(Event(RegistryOperation.Remove, hash), _index.Read());
        File.Delete(PathOf(hash));
    }

    /// <summary>Checks all files against their hashes.</summary>
    /// <returns>What is wrong: files that are damaged, absent, or named by no line of the index.</returns>
    public IReadOnlyList<ModelFinding> Verify(CancellationToken cancellation = default)
    {
        var findings = new List<ModelFinding>();
        var models = List();
        foreach (var model in models)
        {
            cancellation.ThrowIfCancellationRequested();
            if (Problem(model.Hash) is { } problem)
            {
                findings.Add(new ModelFinding(PathOf(model.Hash), problem));
            }
        }

        var known = models.Select(model => PathOf(model.Hash)).ToHashSet(StringComparer.Ordinal);
        var files = Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*" + Extension + "*") : [];
        findings.AddRange(files.Where(file => !known.Contains(file)).Order(StringComparer.Ordinal).Select(file => new ModelFinding(file, "no line of the index names it; add it again or delete it")));
        return findings;
    }

    private (byte[] Bytes, Checkpoint Checkpoint) Checked(string hash)
    {
        var path = PathOf(hash);
        if (!File.Exists(path))
        {
            throw new ArtifactFormatException(path, "file", "none", "the model of that hash") { Advice = Advice };
        }

        var bytes = SafetensorsFile.ReadBytes(path, SafetensorsLimits.Default);
        return (bytes, CheckpointFile.FromBytes(bytes, path, hash, Advice));
    }

    private ModelAddition Add(byte[] bytes, Checkpoint checkpoint, ModelKind kind, string? note)
    {
        var hash = ContentHash.Of(bytes);
        using var held = Lock();
        var contents = _index.Read();
        if (contents.Find(hash) is { } there)
        {
            return there.Kind == kind ? PutBack(bytes, there) : throw new RegistryException($"{folder}: {hash} is there as a {there.Kind} model");
        }

        Write(hash, bytes);
        Append(
            Event(RegistryOperation.Add, hash) with
            {
                Kind = kind,
                Parent = checkpoint.Parent,
                Metrics = new SortedDictionary<string, double>(checkpoint.Metrics.ToDictionary(), StringComparer.Ordinal),
                Note = note,
            },
            contents);
        return new ModelAddition(_index.Read().Find(hash)!, AdditionOutcome.Added);
    }

    private ModelAddition PutBack(byte[] bytes, ModelEntry model)
    {
        if (Problem(model.Hash) is null)
        {
            return new ModelAddition(model, AdditionOutcome.ThereAlready);
        }

        Write(model.Hash, bytes);
        return new ModelAddition(model, AdditionOutcome.PutBack);
    }

    private void Write(string hash, byte[] bytes) => AtomicFile.Write(PathOf(hash), stream => stream.Write(bytes));

    private void Change(Func<RegistryContents, RegistryEvent> change)
    {
        using var held = Lock();
        var contents = _index.Read();
        Append(change(contents), contents);
    }

    private void Append(RegistryEvent entry, RegistryContents contents)
    {
        if (contents.WhyNot(entry) is { } reason)
        {
            throw new RegistryException($"{folder}: {entry.Hash}: {reason}");
        }

        _index.Append(entry);
    }

    private RegistryEvent Event(RegistryOperation operation, string hash) => new(operation, CheckedHash(hash), time.GetUtcNow());

    private IDisposable Lock() => RegistryLock.Take(Path.Combine(folder, "index.lock"), Patience, time);

    private string? Problem(string hash)
    {
        var path = PathOf(hash);
        if (!File.Exists(path))
        {
            return "it is gone; import it again from a copy";
        }

        var actual = ContentHash.OfFile(path);
        return actual == hash ? null : $"damaged: its bytes have the hash {actual}; import it again from a sound copy";
    }

    private static string CheckedHash(string hash) =>
        ContentHash.IsHash(hash) ? hash : throw new RegistryException($"'{hash}' is not a hash of {ContentHash.Digits} small hexadecimal digits");
}
