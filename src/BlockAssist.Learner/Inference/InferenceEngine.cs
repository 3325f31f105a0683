using BlockAssist.Learner.Onnx;
using Microsoft.ML.OnnxRuntime;

namespace BlockAssist.Learner.Inference;

/// <summary>An exported network, loaded and ready to be run by the first provider that could.</summary>
/// <remarks>May be shared by threads; each makes its own runs. Runs must be disposed of before the engine is.</remarks>
public sealed class InferenceEngine : IDisposable
{
    /// <summary>How many bytes a file may have.</summary>
    public const int LargestFile = 256 << 20;

    private readonly InferenceSession _session;
    private readonly Func<InferenceSession>? _processor;
    private readonly Lock _lock = new();
    private InferenceSession? _spare;
    private volatile IReadOnlyList<ProviderAttempt> _attempts;

    // What opens it on the processor holds the bytes of the file: null where a processor runs it, which keeps none.
    private InferenceEngine(InferenceSession session, IReadOnlyList<ProviderAttempt> attempts, Func<InferenceSession>? processor)
    {
        (_session, _attempts, _processor) = (session, attempts, processor);
        Metadata = session.ModelMetadata.CustomMetadataMap;
    }

    /// <summary>What runs the network; the processor from when a card has given up.</summary>
    public InferenceProvider Provider => _attempts[^1].Provider;

    /// <summary>What was tried, in order, and why each but the last was refused, or gave up.</summary>
    public IReadOnlyList<ProviderAttempt> Attempts => _attempts;

    /// <summary>What the file says of itself; see <see cref="OnnxMetadata"/>.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; }

    /// <summary>Loads a network from a file.</summary>
    /// <exception cref="OnnxFormatException">The file is damaged, or not one that was exported by this program.</exception>
    /// <exception cref="InferenceException">Nothing here can run it.</exception>
    public static InferenceEngine Open(string path, InferenceOptions? options = null)
    {
        var file = new FileInfo(path);
        return file.Exists && file.Length > LargestFile
            ? throw new OnnxFormatException($"{path} has {file.Length} bytes; a network has at most {LargestFile}.")
            : Open(File.ReadAllBytes(path), path, options);
    }

    /// <summary>Loads a network from the bytes of its file.</summary>
    /// <param name="model">All bytes.</param>
    /// <param name="where">What messages call them.</param>
    /// <param name="options">How the network is to be run.</param>
    /// <exception cref="OnnxFormatException">They are damaged, or not those of a file exported by this program.</exception>
    /// <exception cref="InferenceException">Nothing here can run the network.</exception>
    public static InferenceEngine Open(byte[] model, string where, InferenceOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        options ??= new InferenceOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Threads, 1, nameof(options));
        return Open(model, where, SelectionOf(options.Provider), () => SelectionOf(InferenceProvider.Cpu));

        ProviderSelection SelectionOf(InferenceProvider? wanted) =>
            new(ProviderSetup.Chain(wanted), options.Threads, (provider, session) => Probe(provider, session, options.Probe));
    }

    internal static InferenceEngine Open(byte[] model, string where, ProviderSelection selection, Func<ProviderSelection>? processor = null)
    {
        OnnxSeal.Check(model, where);
        var (provider, session) = selection.Open(model, where);
        return new InferenceEngine(session, selection.Attempts, provider == InferenceProvider.Cpu || processor is null ? null : () => processor().Open(model, where).Session);
    }

    /// <summary>Memory for batches of one size, warmed up.</summary>
    /// <param name="batch">How many positions are run at once.</param>
    public InferenceRun Run(int batch = 1)
    {
        lock (_lock)
        {
            return _spare is null ? new(_session, Provider, batch, _processor is null ? null : TakeOver) : new(_spare, InferenceProvider.Cpu, batch);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _session.Dispose();
        _spare?.Dispose();
    }

    // One for all runs, whichever of them notices first that the card is gone.
    private InferenceSession TakeOver(string why)
    {
        lock (_lock)
        {
            if (_spare is null)
            {
                _spare = _processor!();
                _attempts = [.. _attempts.SkipLast(1), new ProviderAttempt(Provider, $"gave up: {why}"), new ProviderAttempt(InferenceProvider.Cpu, null)];
            }

            return _spare;
        }
    }

    private static string? Probe(InferenceProvider provider, InferenceSession session, InferenceProbe? probe)
    {
        using var run = new InferenceRun(session, provider, 1);
        return ProbeRun.FindFault(run, probe ?? StoredProbe.In(session.ModelMetadata.CustomMetadataMap, run));
    }
}
