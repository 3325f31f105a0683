using Microsoft.ML.OnnxRuntime;

namespace BlockAssist.Learner.Inference;

/// <summary>Finds what can run a network here: each provider in turn, until one takes the network and passes the probe.</summary>
/// <param name="chain">What is tried, in order.</param>
/// <param name="threads">How many threads a run may use.</param>
/// <param name="probe">What is wrong with a session; null if nothing is.</param>
internal sealed class ProviderSelection(
    IReadOnlyList<ProviderSetup> chain, int threads, Func<InferenceProvider, InferenceSession, string?> probe)
{
    private readonly List<ProviderAttempt> _attempts = [];

    /// <summary>What was tried, in order.</summary>
    public IReadOnlyList<ProviderAttempt> Attempts => _attempts;

    /// <summary>Opens a network.</summary>
    /// <param name="model">The bytes of its file.</param>
    /// <param name="where">What messages call it.</param>
    /// <exception cref="InferenceException">Nothing can run it.</exception>
    public (InferenceProvider Provider, InferenceSession Session) Open(byte[] model, string where)
    {
        foreach (var setup in chain)
        {
            var (session, refusal) = Attempt(setup, model);
            _attempts.Add(new ProviderAttempt(setup.Provider, refusal));
            if (session is not null)
            {
                return (setup.Provider, session);
            }
        }

        throw new InferenceException($"Nothing here can run {where}. {string.Join("; ", _attempts)}.");
    }

    private (InferenceSession? Session, string? Refusal) Attempt(ProviderSetup setup, byte[] model)
    {
        InferenceSession? session = null;
        try
        {
            using var options = Options();
            setup.Configure(options);
            session = new InferenceSession(model, options);
            if (probe(setup.Provider, session) is not { } refusal)
            {
                return (session, null);
            }

            session.Dispose();
            return (null, refusal);
        }
        catch (Exception exception) when (IsRefusal(exception))
        {
            session?.Dispose();
            return (null, RuntimeMessage.Of(exception));
        }
        catch
        {
            session?.Dispose();
            throw;
        }
    }

    // What a missing library, a build without the provider, a missing card or driver, and an operator that it lacks turn into.
    private static bool IsRefusal(Exception exception) => exception
        is OnnxRuntimeException
        or InferenceException
        or EntryPointNotFoundException
        or DllNotFoundException
        or BadImageFormatException
        or TypeInitializationException
        or NotSupportedException;

    private SessionOptions Options()
    {
        var options = new SessionOptions
        {
            IntraOpNumThreads = threads,
            InterOpNumThreads = 1,
            ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
            GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL,
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL,
        };

        // A thread that waits by spinning takes a core from the game.
        options.AddSessionConfigEntry("session.intra_op.allow_spinning", "0");

        // Weights of 8 bits are made floats once, at load, instead of at every run.
        options.AddSessionConfigEntry("session.disable_quant_qdq", "1");
        return options;
    }
}
