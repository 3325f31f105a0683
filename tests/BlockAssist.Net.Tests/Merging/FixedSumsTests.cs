using BlockAssist.Net.Merging;

namespace BlockAssist.Net.Tests.Merging;

public sealed class FixedSumsTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(1000)]
    public void The_order_is_the_documented_one_to_the_last_bit(int length)
    {
        var (a, b) = (SomeUpdates.Truth(length, 3), SomeUpdates.Truth(length, 4));
        var lanes = new double[16];
        for (var i = 0; i < length; i++)
        {
            lanes[i % 16] += (double)a[i] * b[i];
        }

        Assert.Equal(lanes.Aggregate(0.0, (sum, lane) => sum + lane), FixedSums.OfProducts(a, b));
    }

    [Fact]
    public void Rows_of_different_lengths_have_no_product() => Assert.Throws<ArgumentOutOfRangeException>(() => FixedSums.OfProducts(new float[3], new float[4]));
}
