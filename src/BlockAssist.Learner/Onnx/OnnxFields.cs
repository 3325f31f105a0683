namespace BlockAssist.Learner.Onnx;

/// <summary>The field numbers of the messages that we write, from https://github.com/onnx/onnx/blob/main/onnx/onnx.proto.</summary>
internal static class OnnxFields
{
    internal static class Model
    {
        public const int IrVersion = 1;
        public const int ProducerName = 2;
        public const int Graph = 7;
        public const int OpsetImport = 8;
        public const int MetadataProps = 14;
    }

    internal static class OperatorSetId
    {
        public const int Domain = 1;
        public const int Version = 2;
    }

    internal static class StringStringEntry
    {
        public const int Key = 1;
        public const int Value = 2;
    }

    internal static class Graph
    {
        public const int Node = 1;
        public const int Name = 2;
        public const int Initializer = 5;
        public const int Input = 11;
        public const int Output = 12;
    }

    internal static class Node
    {
        public const int Input = 1;
        public const int Output = 2;
        public const int Name = 3;
        public const int OpType = 4;
        public const int Attribute = 5;
    }

    internal static class Attribute
    {
        public const int Name = 1;
        public const int Single = 2;
        public const int Integer = 3;
        public const int Integers = 8;
        public const int Type = 20;
    }

    /// <summary>What <see cref="Attribute.Type"/> may be.</summary>
    internal static class AttributeType
    {
        public const int Single = 1;
        public const int Integer = 2;
        public const int Integers = 7;
    }

    internal static class Tensor
    {
        public const int Dims = 1;
        public const int DataType = 2;
        public const int Name = 8;
        public const int RawData = 9;
    }

    internal static class ValueInfo
    {
        public const int Name = 1;
        public const int Type = 2;
    }

    internal static class Type
    {
        public const int TensorType = 1;
    }

    internal static class TensorType
    {
        public const int ElementType = 1;
        public const int Shape = 2;
    }

    internal static class TensorShape
    {
        public const int Dim = 1;
    }

    internal static class Dimension
    {
        public const int Value = 1;
        public const int Parameter = 2;
    }
}
