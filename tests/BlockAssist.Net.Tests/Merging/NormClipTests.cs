using BlockAssist.Net.Merging;

namespace BlockAssist.Net.Tests.Merging;

public sealed class NormClipTests
{
    [Fact]
    public void Each_tensor_is_shortened_by_itself_to_twice_the_median()
    {
        float[][] updates = [[3, 4, 1], [3, 4, 1], [30, 40, 1]];

        var left = new NormClip([2, 1]).Shorten(updates);

        Assert.Equal([3, 4, 1], updates[0]);
        Assert.Equal([6, 8, 1], updates[2]);
        Assert.Equal([1, 1, 101.0 / 2501], left);
    }

    [Fact]
    public void A_change_of_nothing_is_left_alone()
    {
        float[][] updates = [[0, 0], [0, 0], [0, 0]];

        Assert.Equal([1, 1, 1], new NormClip([2]).Shorten(updates));
    }
}
