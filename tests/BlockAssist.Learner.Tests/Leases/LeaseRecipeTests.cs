using System.Text;
using BlockAssist.Learner.Checkpoints;
using BlockAssist.Learner.Leases;
using BlockAssist.Learner.Reinforcement;

namespace BlockAssist.Learner.Tests.Leases;

public sealed class LeaseRecipeTests
{
    private static readonly string Usual = Encoding.UTF8.GetString(new LeaseRecipe().ToBytes());

    [Fact]
    public void A_recipe_comes_back_from_its_bytes()
    {
        var recipe = new LeaseRecipe { Batch = 3, Rate = 0.1, Turned = false };

        Assert.Equal(recipe, LeaseRecipe.FromBytes(recipe.ToBytes(), "recipe"));
    }

    [Theory]
    [InlineData("\"batch\":8", "\"batch\": 8")]
    [InlineData("\"batch\":8", "\"batch\":8,\"batch\":8")]
    [InlineData("\"batch\":8", "\"batch\":0")]
    [InlineData("\"batch\":8", "\"batch\":5000")]
    [InlineData("\"length\":32", "\"length\":-1")]
    [InlineData("\"rate\":0.0003", "\"rate\":1e999")]
    [InlineData("\"rate\":0.0003", "\"rate\":\"NaN\"")]
    [InlineData("\"channels\":32", "\"channels\":33")]
    [InlineData("{", "[")]
    public void A_recipe_in_another_form_or_beyond_sense_is_refused(string part, string other)
    {
        Assert.Contains(part, Usual, StringComparison.Ordinal);

        Assert.Throws<ArtifactFormatException>(() => LeaseRecipe.FromBytes(Encoding.UTF8.GetBytes(Usual.Replace(part, other, StringComparison.Ordinal)), "recipe"));
    }

    [Fact]
    public void A_recipe_of_self_play_comes_back_and_a_lease_says_how_much_and_by_which_seed()
    {
        var recipe = new LeaseRecipe { SelfPlay = new ReinforcementOptions { Together = 3, Groups = 2, Length = 5, Pull = 0.2 } };
        var terms = new LeaseTerms(4, 6, 99);

        Assert.Equal(recipe, LeaseRecipe.FromBytes(recipe.ToBytes(), "recipe"));
        Assert.Equal(recipe.SelfPlay with { Iterations = 24, Seed = 99 }, recipe.SelfPlayFor(terms));
        Assert.Equal(3 * 6 * 3 * 2 * 5, recipe.ExamplesOf(terms, 3));
        Assert.Null(new LeaseRecipe().SelfPlayFor(terms));
        Assert.DoesNotContain("selfPlay", Usual, StringComparison.Ordinal);
    }

    [Fact]
    public void Self_play_beyond_sense_is_refused()
    {
        ReinforcementOptions[] beyond =
        [
            new() { Together = 0 }, new() { Together = 1000 }, new() { Groups = 0 }, new() { Length = 100_000 }, new() { Epochs = 0 }, new() { Discount = 1 },
            new() { Trace = -1 }, new() { Pull = -1 }, new() { Rate = 1e6 }, new() { CriticFirst = -1 },
        ];

        Assert.All(beyond, options => Assert.Throws<ArtifactFormatException>(() => LeaseRecipe.FromBytes(new LeaseRecipe { SelfPlay = options }.ToBytes(), "recipe")));
    }

    [Fact]
    public void Damaged_recipes_are_refused()
    {
        FuzzRun.Over([new LeaseRecipe().ToBytes(), new LeaseRecipe { SelfPlay = new() }.ToBytes()], 2000, bytes =>
        {
            try
            {
                Assert.Equal(bytes, LeaseRecipe.FromBytes(bytes, "recipe").ToBytes());
            }
            catch (ArtifactFormatException)
            {
            }
        });
    }
}
