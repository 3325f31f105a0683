namespace BlockAssist.Learner.Onnx;

/// <summary>A setting of a node that is fixed when the graph is written.</summary>
internal static class OnnxAttribute
{
    public static ProtobufWriter Of(string name, long value) =>
        Named(name, OnnxFields.AttributeType.Integer).Number(OnnxFields.Attribute.Integer, value);

    public static ProtobufWriter Of(string name, float value) =>
        Named(name, OnnxFields.AttributeType.Single).Single(OnnxFields.Attribute.Single, value);

    public static ProtobufWriter Of(string name, params ReadOnlySpan<int> values)
    {
        var attribute = Named(name, OnnxFields.AttributeType.Integers);
        foreach (var value in values)
        {
            attribute.Number(OnnxFields.Attribute.Integers, value);
        }

        return attribute;
    }

    private static ProtobufWriter Named(string name, int type) =>
        new ProtobufWriter().Text(OnnxFields.Attribute.Name, name).Number(OnnxFields.Attribute.Type, type);
}
