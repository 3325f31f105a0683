using BlockAssist.Learner.Onnx;

namespace BlockAssist.Learner.Inference;

/// <summary>What can run networks here, whichever comes first: each provider tried by a network that is next to nothing.</summary>
public static class ProviderSurvey
{
    /// <summary>Tries every provider.</summary>
    /// <returns>Each, in order, with the reason of those that are not to be had.</returns>
    public static IReadOnlyList<ProviderAttempt> Take()
    {
        var model = NextToNothing();
        return [.. Enum.GetValues<InferenceProvider>().Select(provider => Try(provider, model))];
    }

    private static ProviderAttempt Try(InferenceProvider provider, byte[] model)
    {
        try
        {
            using var engine = InferenceEngine.Open(model, "a network of one operation", new InferenceOptions { Provider = provider });
            return engine.Attempts[0];
        }
        catch (InferenceException exception)
        {
            return new ProviderAttempt(provider, RuntimeMessage.Of(exception));
        }
    }

    private static byte[] NextToNothing()
    {
        int[] shape = [-1, 4];
        var graph = new OnnxGraph("survey");
        graph.Input("x", OnnxDataType.Float32, shape);
        graph.Output("y", graph.Node("Relu", ["x"]), shape);
        return OnnxExporter.Seal(graph, []);
    }
}
