namespace BlockAssist.Learner.Onnx;

/// <summary>What the elements of a tensor in a file are; the numbers are those of <c>TensorProto.DataType</c>.</summary>
internal enum OnnxDataType
{
    Float32 = 1,
    UInt8 = 2,
    Int8 = 3,
    Int64 = 7,
    Float16 = 10,
}
