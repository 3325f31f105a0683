using BlockAssist.Simulation.Measuring;
using CsCheck;

namespace BlockAssist.Simulation.Tests.Measuring;

public sealed class EditDistanceTests
{
    [Theory]
    [InlineData("", "", 0)]
    [InlineData("house", "house", 0)]
    [InlineData("", "abc", 3)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("flaw", "lawn", 2)]
    public void It_is_how_many_letters_change(string one, string other, int expected) => Assert.Equal(expected, EditDistance.Between(one, other));

    [Fact]
    public void It_is_a_distance() => Gen.Select(Word, Word, Word).Sample((one, other, third) =>
    {
        var between = EditDistance.Between(one, other);
        Assert.Equal(between, EditDistance.Between(other, one));
        Assert.Equal(one == other, between == 0);
        Assert.InRange(between, Math.Abs(one.Length - other.Length), Math.Max(one.Length, other.Length));
        Assert.True(between <= EditDistance.Between(one, third) + EditDistance.Between(third, other));
    });

    private static Gen<string> Word => Gen.Char['a', 'c'].Array[0, 8].Select(letters => new string(letters));
}
