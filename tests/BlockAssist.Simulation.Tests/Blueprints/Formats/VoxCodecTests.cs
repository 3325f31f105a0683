using System.Text;
using BlockAssist.Simulation.Blueprints;
using BlockAssist.Simulation.Blueprints.Formats.Vox;
using BlockAssist.Simulation.Blueprints.Naming;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Tests.Blueprints.Formats;

public sealed class VoxCodecTests
{
    private const byte White = 1; // In the default colours.

    [Fact]
    public void Up_is_up_and_the_far_side_is_north()
    {
        var import = Import(Size(2, 3, 4), Voxels((1, 0, 3, White)));

        Assert.Equal(new GridSize(2, 4, 3), import.Blueprint.Blocks.Size);
        Assert.Equal(Block.Wool, import.Blueprint.Blocks[1, 3, 2]);
        Assert.Equal(1, import.Blueprint.Blocks.CountSolid());
    }

    [Fact]
    public void Models_stand_where_the_scene_puts_their_middles()
    {
        var import = Import(
            Size(1, 1, 1), Voxels((0, 0, 0, White)),
            Size(2, 2, 2), Voxels((1, 1, 1, White)),
            Transform(0, 1), Group(1, 2, 4),
            Transform(2, 3, ("_t", "0 0 0")), Shape(3, 0),
            Transform(4, 5, ("_t", "5 2 -1")), Shape(5, 1));

        // The first is the cell (0, 0, 0) of the scene, the second reaches from (4, 1, -2) to (5, 2, -1).
        var blocks = import.Blueprint.Blocks;
        Assert.Equal(new GridSize(6, 3, 3), blocks.Size);
        Assert.Equal(Block.Wool, blocks[0, 2, 2]);
        Assert.Equal(Block.Wool, blocks[5, 1, 0]);
        Assert.Equal(2, blocks.CountSolid());
    }

    [Fact]
    public void A_model_turned_a_quarter_lies_along_the_other_axis()
    {
        // Row 0 takes y mirrored, row 1 takes x: a quarter turn about the vertical axis.
        var import = Import(
            Size(3, 1, 1), Voxels((2, 0, 0, White)),
            Transform(0, 1, ("_r", "17")), Shape(1, 0));

        Assert.Equal(new GridSize(1, 1, 3), import.Blueprint.Blocks.Size);
        Assert.Equal(Block.Wool, import.Blueprint.Blocks[0, 0, 0]);
    }

    [Fact]
    public void Hidden_models_are_not_there()
    {
        var import = Import(
            Size(1, 1, 1), Voxels((0, 0, 0, White)), Size(9, 9, 9), Voxels(),
            Transform(0, 1), Group(1, 2, 4),
            Transform(2, 3), Shape(3, 0),
            Chunk("nTRN", Int(4), Pairs(("_hidden", "1")), Int(5), Int(-1), Int(0), Int(1), Pairs()), Shape(5, 1));

        Assert.Equal(new GridSize(1, 1, 1), import.Blueprint.Blocks.Size);
    }

    [Fact]
    public void A_scene_that_never_ends_is_refused()
    {
        Assert.Throws<BlueprintFormatException>(() => Import(Transform(0, 0)));
        Assert.Throws<BlueprintFormatException>(() => Import(
            [.. Enumerable.Range(0, 60).Select(i => Group(i, i + 1, i + 1)), Size(1, 1, 1), Voxels(), Shape(60, 0)]));
    }

    [Fact]
    public void Few_bytes_cannot_ask_for_much_work()
    {
        var voxels = Enumerable.Repeat(((byte)0, (byte)0, (byte)0, White), 20_000).ToArray();
        var shapes = Enumerable.Range(1, 1000).ToArray();

        Assert.Throws<BlueprintFormatException>(() => Import(
            [Size(1, 1, 1), Voxels(voxels), Group(0, shapes), .. shapes.Select(id => Shape(id, 0))]));
    }

    [Theory]
    [InlineData(0xFFFFFF, Block.Wool)]
    [InlineData(0xE01010, Block.Wool)]
    [InlineData(0x808080, Block.StoneBrick)]
    [InlineData(0x9C7F4C, Block.Planks)]
    [InlineData(0x60A030, Block.Dirt)]
    public void A_colour_becomes_the_block_that_looks_like_it(int colour, Block expected) =>
        Assert.Equal(expected, BlockColours.Default.NearestTo(colour));

    [Fact]
    public void The_default_colours_are_those_of_the_editor()
    {
        var colours = VoxColours.Default();

        Assert.Equal(256, colours.Length);
        Assert.Equal(0xFFFFFF, colours[1]);
        Assert.Equal(0xFFFFCC, colours[2]);
        Assert.Equal(0xFFCCFF, colours[7]);
        Assert.Equal(0x000033, colours[215]);
        Assert.Equal(0xEE0000, colours[216]);
        Assert.Equal(0x111111, colours[255]);
    }

    [Fact]
    public void A_voxel_outside_its_model_is_refused() =>
        Assert.Throws<BlueprintFormatException>(() => Import(Size(2, 2, 2), Voxels((0, 2, 0, White))));

    private static BlueprintImport Import(params byte[][] chunks) =>
        BlueprintFiles.Import([.. "VOX "u8, .. Int(200), .. Chunk("MAIN"), .. chunks.SelectMany(chunk => chunk)], "x.vox");

    private static byte[] Size(int x, int y, int z) => Chunk("SIZE", Int(x), Int(y), Int(z));

    private static byte[] Voxels(params (byte X, byte Y, byte Z, byte Colour)[] voxels) =>
        Chunk("XYZI", Int(voxels.Length), [.. voxels.SelectMany(voxel => (byte[])[voxel.X, voxel.Y, voxel.Z, voxel.Colour])]);

    private static byte[] Transform(int id, int child, params (string Key, string Value)[] frame) =>
        Chunk("nTRN", Int(id), Pairs(), Int(child), Int(-1), Int(0), Int(1), Pairs(frame));

    private static byte[] Group(int id, params int[] children) =>
        Chunk("nGRP", Int(id), Pairs(), Int(children.Length), [.. children.SelectMany(Int)]);

    private static byte[] Shape(int id, int model) => Chunk("nSHP", Int(id), Pairs(), Int(1), Int(model), Pairs());

    private static byte[] Pairs(params (string Key, string Value)[] pairs) =>
        [.. Int(pairs.Length), .. pairs.SelectMany(pair => (byte[])[.. Text(pair.Key), .. Text(pair.Value)])];

    private static byte[] Text(string text) => [.. Int(text.Length), .. Encoding.ASCII.GetBytes(text)];

    private static byte[] Int(int value) => BitConverter.GetBytes(value);

    private static byte[] Chunk(string id, params byte[][] content)
    {
        var bytes = content.SelectMany(part => part).ToArray();
        return [.. Encoding.ASCII.GetBytes(id), .. Int(bytes.Length), .. Int(0), .. bytes];
    }
}
