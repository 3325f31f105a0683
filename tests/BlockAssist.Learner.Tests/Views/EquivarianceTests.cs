using BlockAssist.Learner.Views;
using BlockAssist.Simulation.Voxels;
using CsCheck;

namespace BlockAssist.Learner.Tests.Views;

public sealed class EquivarianceTests(ITestOutputHelper output)
{
    private const int Scenes = 60;

    private static readonly CellFact[] OfTheMask = [CellFact.Placeable, CellFact.Breakable];

    [Fact]
    public void A_turned_site_is_shown_as_the_site_is_shown_turned()
    {
        var (views, alike) = (0, 0);

        Scene.Any.Sample(
            scene =>
            {
                for (var number = 0; number < Symmetry.Count; number++)
                {
                    var symmetry = new Symmetry(number);
                    var turned = scene.Turned(symmetry);
                    var sameMask = TurnedMask(scene, symmetry).AsSpan().SequenceEqual(turned.Mask());
                    AssertSame(scene.Shown(symmetry), turned.Shown(Symmetry.Identity), sameMask);
                    Interlocked.Increment(ref views);
                    Interlocked.Add(ref alike, sameMask ? 1 : 0);
                }
            },
            iter: Scenes,
            threads: 1);

        // A ray that goes through an edge prefers x to z, as in MBAG, so here and there a turned mask is another one.
        output.WriteLine($"{alike} of {views} masks turn with their sites.");
        Assert.InRange(alike, views / 2, views);
    }

    [Fact]
    public void Other_blocks_change_nothing_but_which_block_is_which()
    {
        Gen.Select(Scene.Any, Gen.Shuffle(Palette.Placeable[1..].ToArray())).Sample(
            (scene, others) =>
            {
                Block[] blocks = [Block.Air, Block.Bedrock, Block.Dirt, .. others];
                var (before, after) = (scene.Shown(Symmetry.Identity), scene.Recast(blocks).Shown(Symmetry.Identity));

                AssertNear(before.Cells, after.Cells);
                AssertNear(before.Scene, after.Scene);
                Assert.Equal(before.Types, after.Types);
                Assert.Equal(before.Place, after.Place);
                Assert.Equal(before.Break, after.Break);
                Assert.Equal(before.Goal.Select(code => code == ViewShape.NoBlock ? code : (byte)(blocks[code + 2] - Palette.FirstPlaceable)), after.Goal);
                for (var block = 0; block < ViewShape.Blocks; block++)
                {
                    var recast = blocks[block + 2] - Palette.FirstPlaceable;
                    Assert.Equal(before.Offered[block], after.Offered[recast]);
                    AssertNear(FactsOf(before, block), FactsOf(after, recast));
                }
            },
            iter: Scenes,
            threads: 1);
    }

    private static float[] FactsOf(ViewBatch batch, int block) => batch.Blocks[(block * BlockFacts.Count)..((block + 1) * BlockFacts.Count)];

    private static byte[] TurnedMask(Scene scene, Symmetry symmetry)
    {
        var (actions, turned) = (scene.Site().Actions, scene.Turned(symmetry).Site().Actions);
        var (mask, result) = (scene.Mask(), new byte[turned.Count]);
        for (var index = 0; index < mask.Length; index++)
        {
            result[turned.IndexOf(Scene.Turned(actions.ActionAt(index), symmetry, scene.Options.Size))] = mask[index];
        }

        return result;
    }

    private static void AssertSame(ViewBatch expected, ViewBatch actual, bool sameMask)
    {
        Assert.Equal(expected.Goal, actual.Goal);
        Assert.Equal(expected.Offered, actual.Offered);
        Assert.Equal(expected.Types[3..], actual.Types[3..]);
        if (sameMask)
        {
            Assert.Equal(expected.Types, actual.Types);
            Assert.Equal(expected.Place, actual.Place);
            Assert.Equal(expected.Break, actual.Break);
            AssertNear(expected.Blocks, actual.Blocks);
        }
        else
        {
            ForgetMask(expected);
            ForgetMask(actual);
        }

        AssertNear(expected.Scene, actual.Scene);
        AssertNear(expected.Cells, actual.Cells);
    }

    private static void ForgetMask(ViewBatch batch)
    {
        for (var at = 0; at < batch.Cells.Length; at += ViewShape.CellFacts)
        {
            foreach (var fact in OfTheMask)
            {
                batch.Cells[at + (int)fact] = 0;
            }
        }

        batch.Scene.AsSpan(SceneFacts.FirstOfReach, SceneFacts.OfReach).Clear();
    }

    // Sums over all cells are added up in another order, and of thousands of cells that is more than a little.
    private static void AssertNear(float[] expected, float[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++)
        {
            if (!(Math.Abs(expected[i] - actual[i]) <= 1e-3f))
            {
                Assert.Fail($"Fact {i} is {actual[i]}, expected {expected[i]}.");
            }
        }
    }
}
