using BlockAssist.Learner.Beliefs;

namespace BlockAssist.Learner.Tests.Beliefs;

public sealed class ChancesTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(500)]
    [InlineData(-500)]
    public void Only_the_differences_of_scores_count(float offset)
    {
        var chances = new float[3];

        Chances.Of([offset + MathF.Log(1), offset + MathF.Log(2), offset + MathF.Log(5)], chances);

        Assert.Equal(0.125f, chances[0], 1e-4f);
        Assert.Equal(0.25f, chances[1], 1e-4f);
        Assert.Equal(0.625f, chances[2], 1e-4f);
    }

    [Fact]
    public void What_is_surer_than_any_number_can_say_is_sure()
    {
        var chances = new float[2];

        Chances.Of([1000, 0], chances);

        Assert.Equal([1f, 0f], chances);
    }
}
