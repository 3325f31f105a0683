using BlockAssist.Learner.Inference;
using BlockAssist.Learner.Networks;
using BlockAssist.Learner.Onnx;
using BlockAssist.Simulation.Voxels;
using static TorchSharp.torch;

namespace BlockAssist.Learner.Tests.Onnx;

/// <summary>A network run both ways on the same numbers: by torch, and by ONNX Runtime from its exported file.</summary>
internal sealed class BothForwards : IDisposable
{
    private readonly IServedNetwork _network;
    private readonly WeightSet _weights;
    private readonly InferenceEngine _engine;
    private readonly InferenceRun _run;
    private readonly SeededRandom _random = new(7);

    public BothForwards(IServedNetwork network, int batch, WeightFormat format = WeightFormat.F32, float gain = 1)
    {
        set_num_threads(1);
        _network = network;
        _weights = WeightSet.Fresh(OnnxExporter.WeightsOf(network), 3);
        _weights.Set(Array.ConvertAll(_weights.Values(), weight => gain * weight));
        _engine = InferenceEngine.Open(OnnxExporter.Export(network, _weights, format), network.Name);
        _run = _engine.Run(batch);
    }

    /// <summary>New random numbers for an input.</summary>
    public void Randomize(string input)
    {
        foreach (ref var number in _run.Input(input))
        {
            number = (float)((2 * _random.NextDouble()) - 1);
        }

        foreach (ref var number in _run.InputBytes(input))
        {
            number = (byte)_random.Next(16);
        }
    }

    /// <summary>Given numbers for an input.</summary>
    public void Write(string input, ReadOnlySpan<float> numbers) => numbers.CopyTo(_run.Input(input));

    /// <summary>Runs both.</summary>
    /// <returns>The largest difference of any number of any output.</returns>
    public float Execute()
    {
        var expected = Torch();
        _run.Execute();
        return _network.Outputs.Zip(expected, (name, numbers) => Difference(_run.Output(name), numbers)).Max();
    }

    /// <summary>The size of the largest number of an output.</summary>
    public float Largest(string output) => _run.Output(output).ToArray().Max(Math.Abs);

    /// <summary>Hands an output of ONNX Runtime back as an input of both.</summary>
    public void Carry(string output, string input) => _run.Carry(output, input);

    public void Dispose()
    {
        _run.Dispose();
        _engine.Dispose();
        _weights.Dispose();
    }

    private static float Difference(ReadOnlySpan<float> found, float[] expected)
    {
        Assert.Equal(expected.Length, found.Length);
        var largest = 0f;
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.True(float.IsFinite(found[i]));
            largest = Math.Max(largest, Math.Abs(found[i] - expected[i]));
        }

        return largest;
    }

    private float[][] Torch()
    {
        using var scope = NewDisposeScope();
        using var without = no_grad();
        var inputs = _network.Inputs.Select(Tensor).ToArray();
        return [.. _network.Run(new TorchOps(_weights), inputs).Select(output => output.contiguous().data<float>().ToArray())];
    }

    private Tensor Tensor(ServedInput input)
    {
        var numbers = input.Element == ServedElement.U8
            ? Array.ConvertAll(_run.InputBytes(input.Name).ToArray(), number => number * input.Scale)
            : _run.Input(input.Name).ToArray();
        return tensor(numbers).reshape(Array.ConvertAll(input.Shape, length => length < 0 ? _run.Batch : (long)length));
    }
}
