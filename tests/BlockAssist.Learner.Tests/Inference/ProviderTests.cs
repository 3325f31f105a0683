using BlockAssist.Learner.Inference;
using BlockAssist.Learner.Networks;
using BlockAssist.Learner.Onnx;
using BlockAssist.Learner.Tests.Onnx;
using Microsoft.ML.OnnxRuntime;

namespace BlockAssist.Learner.Tests.Inference;

public sealed class ProviderTests
{
    private static readonly IReadOnlyDictionary<string, Action<SessionOptions>> Failures = new Dictionary<string, Action<SessionOptions>>
    {
        ["a build without the function"] = _ => throw new EntryPointNotFoundException("no such function"),
        ["a missing library"] = _ => throw new DllNotFoundException("no such library"),
        ["a library of another kind"] = _ => throw new BadImageFormatException("no such machine"),
        ["a library that fails to start"] = _ => throw new TypeInitializationException("NativeMethods", new DllNotFoundException("no such library")),
        ["a system without it"] = _ => throw new NotSupportedException("no such system"),
        ["a build without the provider"] = options => options.AppendExecutionProvider("QNN"),
    };

    public static TheoryData<string> FailureNames => [.. Failures.Keys];

    // Neither provider is in the package that these tests run with.
    [Theory]
    [InlineData(null, "DirectMl Cuda Cpu")]
    [InlineData(InferenceProvider.DirectMl, "DirectMl Cpu")]
    [InlineData(InferenceProvider.Cuda, "Cuda Cpu")]
    [InlineData(InferenceProvider.Cpu, "Cpu")]
    public void What_is_not_to_be_had_is_refused_with_a_reason_and_the_processor_takes_over(InferenceProvider? wanted, string tried)
    {
        using var engine = InferenceEngine.Open(Model(), "linear.onnx", new InferenceOptions { Provider = wanted });

        Assert.Equal(InferenceProvider.Cpu, engine.Provider);
        Assert.Equal(tried, string.Join(' ', engine.Attempts.Select(attempt => attempt.Provider)));
        Assert.All(engine.Attempts.SkipLast(1), attempt => Assert.False(string.IsNullOrWhiteSpace(attempt.Refusal)));
        Assert.True(engine.Attempts[^1].Accepted);
    }

    [Theory]
    [MemberData(nameof(FailureNames))]
    public void Whatever_a_provider_fails_of_the_next_is_tried(string failure)
    {
        ProviderSetup[] chain = [new(InferenceProvider.DirectMl, Failures[failure]), .. ProviderSetup.Chain(InferenceProvider.Cpu)];

        using var engine = InferenceEngine.Open(Model(), "linear.onnx", new ProviderSelection(chain, 1, (_, _) => null));

        Assert.Equal([false, true], engine.Attempts.Select(attempt => attempt.Accepted));
        Assert.DoesNotContain('\n', engine.Attempts[0].Refusal!);
    }

    [Fact]
    public void A_provider_that_answers_the_probe_wrong_is_refused()
    {
        ProviderSetup[] chain = [new(InferenceProvider.Cuda, _ => { }), .. ProviderSetup.Chain(InferenceProvider.Cpu)];
        var selection = new ProviderSelection(chain, 1, (provider, _) => provider == InferenceProvider.Cuda ? "wrong" : null);

        using var engine = InferenceEngine.Open(Model(), "linear.onnx", selection);

        Assert.Equal(["Cuda: wrong", "Cpu: accepted"], engine.Attempts.Select(attempt => attempt.ToString()));
    }

    [Fact]
    public void A_provider_that_fails_during_the_probe_is_refused()
    {
        ProviderSetup[] chain = [new(InferenceProvider.Cuda, _ => { }), .. ProviderSetup.Chain(InferenceProvider.Cpu)];
        var selection = new ProviderSelection(
            chain, 1, (provider, _) => provider == InferenceProvider.Cuda ? throw new InferenceException("card lost") : null);

        using var engine = InferenceEngine.Open(Model(), "linear.onnx", selection);

        Assert.Equal("Cuda: card lost (InferenceException)", engine.Attempts[0].ToString());
    }

    // There is no card here: the processor's session stands in for one, so that what is run is the way through a card's memory.
    [Fact]
    public void Runs_by_a_card_see_what_was_written_since_the_last_one()
    {
        var chain = new ProviderSetup(InferenceProvider.Cuda, _ => { });
        using var card = InferenceEngine.Open(Model(), "linear.onnx", new ProviderSelection([chain], 1, (_, _) => null));
        using var processor = InferenceEngine.Open(Model(), "linear.onnx");
        using var there = card.Run(3);
        using var here = processor.Run(3);

        for (var step = 0; step < 3; step++)
        {
            there.Input("x0").Fill(step);
            here.Input("x0").Fill(step);
            there.Execute();
            here.Execute();
            Assert.Equal(here.Output("y").ToArray(), there.Output("y").ToArray());
        }
    }

    [Fact]
    public void When_a_card_gives_up_the_processor_goes_on_from_the_same_inputs_for_all_who_run_the_network()
    {
        var chain = new ProviderSetup(InferenceProvider.Cuda, _ => { });
        using var engine = InferenceEngine.Open(
            Model(), "linear.onnx", new ProviderSelection([chain], 1, (_, _) => null), () => new ProviderSelection(ProviderSetup.Chain(InferenceProvider.Cpu), 1, (_, _) => null));
        using var processor = InferenceEngine.Open(Model(), "linear.onnx");
        using var first = engine.Run(2);
        using var second = engine.Run();
        using var expected = processor.Run(2);
        first.Input("x0").Fill(3);
        expected.Input("x0").Fill(3);
        expected.Execute();

        first.LoseCard();
        first.Execute();
        second.LoseCard();
        second.Execute();
        using var third = engine.Run();

        Assert.Equal(expected.Output("y").ToArray(), first.Output("y").ToArray());
        Assert.Equal([InferenceProvider.Cpu, InferenceProvider.Cpu, InferenceProvider.Cpu, InferenceProvider.Cpu], [engine.Provider, first.Provider, second.Provider, third.Provider]);
        Assert.Equal([InferenceProvider.Cuda, InferenceProvider.Cpu], engine.Attempts.Select(attempt => attempt.Provider));
        Assert.Contains("gave up", engine.Attempts[0].Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void A_processor_that_gives_up_says_so()
    {
        using var engine = InferenceEngine.Open(Model(), "linear.onnx", new InferenceOptions { Provider = InferenceProvider.Cpu });
        using var run = engine.Run();
        run.LoseCard();

        Assert.Contains("Cpu failed to run", Assert.Throws<InferenceException>(run.Execute).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mistake_of_ours_is_not_taken_for_a_refusal()
    {
        ProviderSetup[] chain = [new(InferenceProvider.Cuda, _ => throw new ArgumentException("a bug"))];

        Assert.Throws<ArgumentException>(() => InferenceEngine.Open(Model(), "linear.onnx", new ProviderSelection(chain, 1, (_, _) => null)));
    }

    [Fact]
    public void The_answer_to_a_probe_may_be_off_by_a_thousandth()
    {
        var model = Model();
        var question = new Dictionary<string, float[]> { ["x0"] = [1, 2, 3, 4, 5, 6, 7, 8] };
        using var engine = InferenceEngine.Open(model, "linear.onnx");
        using var run = engine.Run();
        question["x0"].CopyTo(run.Input("x0"));
        run.Execute();
        var answer = run.Output("y").ToArray();

        using var accepted = InferenceEngine.Open(model, "linear.onnx", Probing(question, [.. answer.Select(number => number + 5e-4f)]));
        var refused = Assert.Throws<InferenceException>(
            () => InferenceEngine.Open(model, "linear.onnx", Probing(question, [.. answer.Select(number => number + 1e-2f)])));

        Assert.Contains("Cpu: the probe's y[0] is ", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Weights_that_are_no_numbers_are_refused()
    {
        var network = new SharedLayer();
        var shapes = OnnxExporter.WeightsOf(network);
        using var weights = WeightSet.Of(shapes, [.. Enumerable.Repeat(float.NaN, shapes.Sum(shape => shape.Length))]);

        var refused = Assert.Throws<InferenceException>(() => InferenceEngine.Open(OnnxExporter.Export(network, weights), "nan.onnx"));

        Assert.Contains("is NaN", refused.Message, StringComparison.Ordinal);
    }

    private static InferenceOptions Probing(Dictionary<string, float[]> inputs, float[] answer) => new()
    {
        Provider = InferenceProvider.Cpu,
        Probe = new InferenceProbe(inputs, new Dictionary<string, float[]> { ["y"] = answer }),
    };

    private static byte[] Model()
    {
        var network = new SharedLayer();
        using var weights = WeightSet.Fresh(OnnxExporter.WeightsOf(network), 1);
        return OnnxExporter.Export(network, weights);
    }
}
