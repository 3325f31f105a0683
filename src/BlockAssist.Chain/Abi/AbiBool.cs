using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Abi;

/// <summary><c>bool</c>.</summary>
public sealed class AbiBool : AbiType
{
    internal AbiBool()
        : base("bool", isDynamic: false, Word)
    {
    }

    internal override void Write(AbiPen pen, int at, object value) => pen.PutLength(at, value is bool yes ? (yes ? 1 : 0) : throw Misfit(value));

    internal override object Read(AbiCursor cursor, int at)
    {
        var number = cursor.TakeNumber(at, isUnsigned: true);
        return number <= 1 ? number.IsOne : throw new ChainFormatException("ABI: a bool that is neither 0 nor 1");
    }
}
