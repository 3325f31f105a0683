using BlockAssist.Chain.Sending;
using BlockAssist.Chain.Values;
using CsCheck;

namespace BlockAssist.Chain.Tests.Sending;

public sealed class ReplacementTests
{
    private static readonly Gen<Wei> Fee = Gen.OneOf(Gen.ULong[0, 20], Gen.ULong[0, 1_000_000_000_000]).Select(value => new Wei(value));

    [Fact]
    public void Both_fees_rise_by_an_eighth_and_to_todays_and_never_above_the_cap() =>
        Gen.Select(Fee, Fee, Fee, Fee, Fee).Sample((tip, more, quotedTip, quotedMore, cap) =>
        {
            var stuck = Some.Transaction() with { MaxPriorityFeePerGas = tip, MaxFeePerGas = tip + more };
            var quote = new FeeQuote(Wei.Zero, quotedTip, quotedTip + quotedMore);

            if (Replacement.Of(stuck, quote, cap) is not { } dearer)
            {
                Assert.True((stuck.MaxFeePerGas.Value * 9) + 8 > cap.Value * 8);
                return;
            }

            dearer.Check();
            Assert.True(dearer.MaxFeePerGas.Value * 8 >= stuck.MaxFeePerGas.Value * 9);
            Assert.True(dearer.MaxPriorityFeePerGas.Value * 8 >= stuck.MaxPriorityFeePerGas.Value * 9);
            Assert.True(dearer.MaxFeePerGas > stuck.MaxFeePerGas && dearer.MaxPriorityFeePerGas > stuck.MaxPriorityFeePerGas);
            Assert.True(dearer.MaxFeePerGas <= cap && dearer.MaxFeePerGas >= Wei.Min(quote.MaxFeePerGas, cap));
            Assert.Equal((stuck.Nonce, stuck.To, stuck.Value), (dearer.Nonce, dearer.To, dearer.Value));
        });
}
