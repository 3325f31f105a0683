using Microsoft.ML.OnnxRuntime;

namespace BlockAssist.Learner.Inference;

/// <summary>A provider, and how a session is told to use it.</summary>
internal sealed record ProviderSetup(InferenceProvider Provider, Action<SessionOptions> Configure)
{
    /// <summary>What is tried, in order; the processor is always the last.</summary>
    public static IReadOnlyList<ProviderSetup> Chain(InferenceProvider? wanted) =>
        [.. All().Where(setup => wanted is null || setup.Provider == wanted || setup.Provider == InferenceProvider.Cpu)];

    private static IEnumerable<ProviderSetup> All() =>
    [
        new(InferenceProvider.DirectMl, AddDirectMl),
        new(InferenceProvider.Cuda, options => options.AppendExecutionProvider_CUDA(0)),
        new(InferenceProvider.Cpu, _ => { }),
    ];

    // DirectML plans its memory itself and runs one node at a time; its documentation asks for both settings.
    private static void AddDirectMl(SessionOptions options)
    {
        options.EnableMemoryPattern = false;
        options.ExecutionMode = ExecutionMode.ORT_SEQUENTIAL;
        options.AppendExecutionProvider_DML(0);
    }
}
