using BlockAssist.Learner.Networks;

namespace BlockAssist.Learner.Onnx;

/// <summary>Writes networks as ONNX files.</summary>
public static class OnnxExporter
{
    /// <summary>The version of the operators: the first with layer normalisation, and one that DirectML has.</summary>
    public const int Opset = 17;

    /// <summary>The version of the file format that came with this operator set.</summary>
    public const int IrVersion = 8;

    /// <summary>The weights that a network has.</summary>
    public static IReadOnlyList<WeightShape> WeightsOf(IServedNetwork network)
    {
        ArgumentNullException.ThrowIfNull(network);
        var shapes = new ShapeOps();
        network.Run(shapes, [.. network.Inputs.Select(input => input.Shape)]);
        return shapes.Weights;
    }

    /// <summary>Writes a network with its weights.</summary>
    /// <param name="network">The network.</param>
    /// <param name="weights">Its weights.</param>
    /// <param name="format">How they are stored.</param>
    /// <param name="metadata">What the file is to say of itself besides the keys of <see cref="OnnxMetadata"/>.</param>
    /// <returns>The bytes of the file.</returns>
    public static byte[] Export(
        IServedNetwork network, WeightSet weights, WeightFormat format = WeightFormat.F32, IEnumerable<KeyValuePair<string, string>>? metadata = null)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(weights);
        KeyValuePair<string, string>[] own =
        [
            new(OnnxMetadata.Network, network.Name),
            new(OnnxMetadata.Format, format.ToString().ToLowerInvariant()),
            new(OnnxMetadata.Weights, OnnxMetadata.HashOf(weights)),
        ];
        return Seal(GraphOf(network, weights, format), own.Concat(metadata ?? []));
    }

    /// <summary>Makes the file of a graph.</summary>
    internal static byte[] Seal(OnnxGraph graph, IEnumerable<KeyValuePair<string, string>> metadata)
    {
        var opset = new ProtobufWriter().Text(OnnxFields.OperatorSetId.Domain, "").Number(OnnxFields.OperatorSetId.Version, Opset);
        var model = new ProtobufWriter()
            .Number(OnnxFields.Model.IrVersion, IrVersion)
            .Text(OnnxFields.Model.ProducerName, "blockassist")
            .Message(OnnxFields.Model.OpsetImport, opset)
            .Message(OnnxFields.Model.Graph, graph.Message);
        foreach (var (key, value) in metadata)
        {
            model.Message(OnnxFields.Model.MetadataProps, OnnxMetadata.Entry(key, value));
        }

        return OnnxSeal.Close(model.Written);
    }

    private static OnnxGraph GraphOf(IServedNetwork network, WeightSet weights, WeightFormat format)
    {
        var graph = new OnnxGraph(network.Name);
        var inputs = network.Inputs.Select(input => Declare(graph, input)).ToArray();
        var outputs = network.Run(new OnnxOps(graph, new OnnxWeights(graph, weights, format)), inputs);
        foreach (var (name, value) in network.Outputs.Zip(outputs))
        {
            graph.Output(name, value.Name, value.Shape);
        }

        return graph;
    }

    private static OnnxValue Declare(OnnxGraph graph, ServedInput input)
    {
        var bytes = input.Element == ServedElement.U8;
        graph.Input(input.Name, bytes ? OnnxDataType.UInt8 : OnnxDataType.Float32, input.Shape);
        var value = bytes ? graph.Node("Cast", [input.Name], OnnxAttribute.Of("to", (long)OnnxDataType.Float32)) : input.Name;
        if (input.Scale != 1)
        {
            var scale = graph.Constant<float>($"{input.Name}.scale", OnnxDataType.Float32, [], [input.Scale]);
            value = graph.Node("Mul", [value, scale]);
        }

        return new OnnxValue(value, input.Shape);
    }
}
