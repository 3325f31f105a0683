using System.Numerics;
using BlockAssist.Chain.Signing;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Sending;

/// <summary>What a transaction pays that is to take the place of one that is stuck.</summary>
internal static class Replacement
{
    // An eighth more, which is what the strictest nodes ask for.
    private const int Part = 8;

    /// <summary>The same with both fees an eighth higher, rounded up, or as high as today's, if that is more; null if that is above the cap.</summary>
    public static Transaction? Of(Transaction stuck, FeeQuote quote, Wei cap) => FeesOf(stuck.MaxPriorityFeePerGas, stuck.MaxFeePerGas, quote, cap) is var (tip, fee)
        ? stuck with { MaxPriorityFeePerGas = tip, MaxFeePerGas = fee }
        : null;

    /// <summary>The fees that are higher by so much.</summary>
    public static (Wei MaxPriorityFeePerGas, Wei MaxFeePerGas)? FeesOf(Wei maxPriorityFeePerGas, Wei maxFeePerGas, FeeQuote quote, Wei cap)
    {
        var (tip, fee) = (Higher(maxPriorityFeePerGas), Higher(maxFeePerGas));
        if (fee > cap || tip > cap)
        {
            return null;
        }

        tip = Wei.Min(Wei.Max(tip, quote.MaxPriorityFeePerGas), cap);
        return (tip, Wei.Max(tip, Wei.Min(Wei.Max(fee, quote.MaxFeePerGas), cap)));
    }

    private static Wei Higher(Wei fee) => new(BigInteger.Max(fee.Value + 1, ((fee.Value * (Part + 1)) + Part - 1) / Part));
}
