namespace BlockAssist.Learner.Checkpoints;

/// <summary>What the numbers of a stored tensor are.</summary>
public enum TensorType
{
    /// <summary>True or false, a byte each.</summary>
    Bool,

    /// <summary>Bytes; also whatever is not numbers at all.</summary>
    U8,

    /// <summary>Signed bytes.</summary>
    I8,

    /// <summary>8-bit floats with five bits of exponent and two of mantissa.</summary>
    F8E5M2,

    /// <summary>8-bit floats with four bits of exponent and three of mantissa.</summary>
    F8E4M3,

    /// <summary>Signed numbers of two bytes.</summary>
    I16,

    /// <summary>Unsigned numbers of two bytes.</summary>
    U16,

    /// <summary>IEEE half precision.</summary>
    F16,

    /// <summary>The upper half of a single.</summary>
    BF16,

    /// <summary>Signed numbers of four bytes.</summary>
    I32,

    /// <summary>Unsigned numbers of four bytes.</summary>
    U32,

    /// <summary>IEEE single precision.</summary>
    F32,

    /// <summary>IEEE double precision.</summary>
    F64,

    /// <summary>Signed numbers of eight bytes.</summary>
    I64,

    /// <summary>Unsigned numbers of eight bytes.</summary>
    U64,
}
