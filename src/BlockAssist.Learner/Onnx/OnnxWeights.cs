using BlockAssist.Learner.Networks;

namespace BlockAssist.Learner.Onnx;

/// <summary>Writes weights into a graph in the format that was chosen.</summary>
internal sealed class OnnxWeights
{
    /// <summary>What stands for 0 in <see cref="Rounded"/> numbers.</summary>
    public const byte Zero = 128;

    private readonly Dictionary<string, (int Start, WeightShape Shape)> _places = [];
    private readonly Dictionary<string, string> _written = [];
    private readonly OnnxGraph _graph;
    private readonly float[] _values;

    public OnnxWeights(OnnxGraph graph, WeightSet weights, WeightFormat format)
    {
        _graph = graph;
        _values = weights.Values();
        Format = format;
        var start = 0;
        foreach (var shape in weights.Shapes)
        {
            _places.Add(shape.Name, (start, shape));
            start += shape.Length;
        }
    }

    /// <summary>How weights are stored.</summary>
    public WeightFormat Format { get; }

    /// <summary>The numbers of a weight, in PyTorch's order.</summary>
    public ReadOnlySpan<float> Numbers(string weight) => _values.AsSpan(_places[weight].Start, _places[weight].Shape.Length);

    /// <summary>The shape of a weight, as PyTorch has it.</summary>
    public int[] Shape(string weight) => _places[weight].Shape.Shape;

    /// <summary>A bias or a norm's scale, written as it is.</summary>
    /// <returns>The name of the value in the graph.</returns>
    public string Vector(string weight) => _graph.Constant(weight, OnnxDataType.Float32, Shape(weight), Numbers(weight));

    /// <summary>A kernel or a matrix, written in the format that was chosen.</summary>
    /// <param name="weight">Its name in the graph.</param>
    /// <param name="numbers">All numbers, in the order that the graph wants.</param>
    /// <param name="shape">The shape that the graph wants.</param>
    /// <param name="channelAxis">The axis along which an output's numbers are on their own scale.</param>
    /// <returns>The name of the value in the graph: 32-bit floats.</returns>
    public string Matrix(string weight, ReadOnlySpan<float> numbers, int[] shape, int channelAxis)
    {
        if (!_written.TryGetValue(weight, out var value))
        {
            value = Format switch
            {
                WeightFormat.F32 => _graph.Constant(weight, OnnxDataType.Float32, shape, numbers),
                WeightFormat.I8 => Dequantized(weight, numbers, shape, channelAxis),
                _ => Widened(weight, numbers, shape),
            };
            _written.Add(weight, value);
        }

        return value;
    }

    /// <summary>A matrix whose columns are rounded to 8 bits without a sign; <see cref="Zero"/> stands for 0.</summary>
    /// <remarks>Without a sign, because processors that lack VNNI clip the sums of products of signed numbers.</remarks>
    /// <returns>The names of the numbers and of the columns' scales.</returns>
    public (string Values, string Scales) Rounded(string weight, ReadOnlySpan<float> numbers, int[] shape)
    {
        var (values, scales) = ChannelScales.Of(numbers, shape, 1);
        var shifted = Array.ConvertAll(values, value => (byte)(value + Zero));
        return (_graph.Constant<byte>($"{weight}.uint8", OnnxDataType.UInt8, shape, shifted), Scales(weight, scales));
    }

    private string Dequantized(string weight, ReadOnlySpan<float> numbers, int[] shape, int channelAxis)
    {
        var (values, scales) = ChannelScales.Of(numbers, shape, channelAxis);
        var constant = _graph.Constant<sbyte>($"{weight}.int8", OnnxDataType.Int8, shape, values);
        return _graph.Node("DequantizeLinear", [constant, Scales(weight, scales)], OnnxAttribute.Of("axis", (long)channelAxis));
    }

    private string Scales(string weight, float[] scales) =>
        _graph.Constant<float>($"{weight}.scale", OnnxDataType.Float32, [scales.Length], scales);

    private string Widened(string weight, ReadOnlySpan<float> numbers, int[] shape)
    {
        var halves = Array.ConvertAll(numbers.ToArray(), number => (Half)number);
        var constant = _graph.Constant<Half>($"{weight}.float16", OnnxDataType.Float16, shape, halves);
        return _graph.Node("Cast", [constant], OnnxAttribute.Of("to", (long)OnnxDataType.Float32));
    }
}
