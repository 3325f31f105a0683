using BlockAssist.Net.Merging;

namespace BlockAssist.Net.Tests.Merging;

public sealed class SortingNetworkTests
{
    // The 0-1 principle (Knuth, vol. 3, 5.3.4): a network that sorts all rows of zeros and ones sorts all rows.
    [Fact]
    public void It_sorts_every_row_of_up_to_fourteen_numbers()
    {
        for (var count = 0; count <= 14; count++)
        {
            var pairs = SortingNetwork.Of(count);
            for (var bits = 0; bits < 1 << count; bits++)
            {
                var sorted = bits;
                foreach (var (low, high) in pairs)
                {
                    var isLarger = (sorted >> low & 1) > (sorted >> high & 1);
                    sorted ^= isLarger ? 1 << low | 1 << high : 0;
                }

                var ones = int.PopCount(bits);
                Assert.Equal(((1 << ones) - 1) << (count - ones), sorted);
            }
        }
    }
}
