using System.Globalization;
using System.Runtime.InteropServices;

namespace BlockAssist.Learner.Onnx;

/// <summary>A graph being written: what goes in, the nodes in the order in which they compute, constants, what comes out.</summary>
internal sealed class OnnxGraph
{
    /// <summary>The name of every axis of any length.</summary>
    public const string BatchAxis = "N";

    private readonly HashSet<string> _constants = [];
    private int _values;

    /// <summary>Begins a graph.</summary>
    /// <param name="name">The name of the network.</param>
    public OnnxGraph(string name) => Message.Text(OnnxFields.Graph.Name, name);

    /// <summary>The graph as far as it is written.</summary>
    public ProtobufWriter Message { get; } = new();

    /// <summary>Adds a node with one output.</summary>
    /// <returns>The name of its output.</returns>
    public string Node(string operation, ReadOnlySpan<string> inputs, params ReadOnlySpan<ProtobufWriter> attributes) =>
        Nodes(operation, inputs, 1, attributes)[0];

    /// <summary>Adds a node with several outputs.</summary>
    /// <returns>The names of its outputs.</returns>
    public string[] Nodes(string operation, ReadOnlySpan<string> inputs, int outputs, params ReadOnlySpan<ProtobufWriter> attributes)
    {
        var names = new string[outputs];
        for (var i = 0; i < outputs; i++)
        {
            names[i] = string.Create(CultureInfo.InvariantCulture, $"{operation}_{_values++}");
        }

        Add(operation, inputs, names, attributes);
        return names;
    }

    /// <summary>Declares what is given at every run.</summary>
    public void Input(string name, OnnxDataType type, ReadOnlySpan<int> shape) =>
        Message.Message(OnnxFields.Graph.Input, Describe(name, type, shape));

    /// <summary>Declares a value as a result, under a name of its own.</summary>
    public void Output(string name, string value, ReadOnlySpan<int> shape)
    {
        Add("Identity", [value], [name], []);
        Message.Message(OnnxFields.Graph.Output, Describe(name, OnnxDataType.Float32, shape));
    }

    /// <summary>Adds a constant.</summary>
    /// <returns>Its name.</returns>
    public string Constant<T>(string name, OnnxDataType type, ReadOnlySpan<int> shape, ReadOnlySpan<T> values)
        where T : unmanaged
    {
        if (!_constants.Add(name))
        {
            return name;
        }

        var tensor = new ProtobufWriter().Text(OnnxFields.Tensor.Name, name).Number(OnnxFields.Tensor.DataType, (int)type);
        foreach (var length in shape)
        {
            tensor.Number(OnnxFields.Tensor.Dims, length);
        }

        // Raw data is little-endian, as are all machines that .NET runs on but one (IBM Z).
        tensor.Bytes(OnnxFields.Tensor.RawData, MemoryMarshal.AsBytes(values));
        Message.Message(OnnxFields.Graph.Initializer, tensor);
        return name;
    }

    /// <summary>A list of whole numbers as a constant; the same list is written once.</summary>
    public string Integers(params ReadOnlySpan<int> values)
    {
        var longs = Array.ConvertAll(values.ToArray(), value => (long)value);
        return Constant<long>($"int64_{string.Join('_', longs)}", OnnxDataType.Int64, [longs.Length], longs);
    }

    private static ProtobufWriter Describe(string name, OnnxDataType type, ReadOnlySpan<int> shape)
    {
        var axes = new ProtobufWriter();
        foreach (var length in shape)
        {
            axes.Message(OnnxFields.TensorShape.Dim, length < 0
                ? new ProtobufWriter().Text(OnnxFields.Dimension.Parameter, BatchAxis)
                : new ProtobufWriter().Number(OnnxFields.Dimension.Value, length));
        }

        var tensor = new ProtobufWriter().Number(OnnxFields.TensorType.ElementType, (int)type).Message(OnnxFields.TensorType.Shape, axes);
        return new ProtobufWriter()
            .Text(OnnxFields.ValueInfo.Name, name)
            .Message(OnnxFields.ValueInfo.Type, new ProtobufWriter().Message(OnnxFields.Type.TensorType, tensor));
    }

    private void Add(
        string operation, ReadOnlySpan<string> inputs, ReadOnlySpan<string> outputs, ReadOnlySpan<ProtobufWriter> attributes)
    {
        var node = new ProtobufWriter().Text(OnnxFields.Node.OpType, operation).Text(OnnxFields.Node.Name, $"node_{outputs[0]}");
        foreach (var input in inputs)
        {
            node.Text(OnnxFields.Node.Input, input);
        }

        foreach (var output in outputs)
        {
            node.Text(OnnxFields.Node.Output, output);
        }

        foreach (var attribute in attributes)
        {
            node.Message(OnnxFields.Node.Attribute, attribute);
        }

        Message.Message(OnnxFields.Graph.Node, node);
    }
}
