using System.Text;
using BlockAssist.Learner.Checkpoints;
using BlockAssist.Learner.Leases;

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
    public void Damaged_recipes_are_refused()
    {
        FuzzRun.Over([new LeaseRecipe().ToBytes()], 2000, bytes =>
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
