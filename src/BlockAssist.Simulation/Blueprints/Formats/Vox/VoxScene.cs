using BlockAssist.Simulation.Blueprints.Naming;

namespace BlockAssist.Simulation.Blueprints.Formats.Vox;

/// <summary>What a MagicaVoxel file holds: models, colours, and the nodes that say which model stands where.</summary>
internal sealed class VoxScene
{
    /// <summary>The node that holds all others.</summary>
    private const int RootId = 0;

    private readonly Dictionary<int, VoxNode> _nodes = [];
    private readonly BlueprintLimits _limits;
    private int[] _colours = VoxColours.Default();

    private VoxScene(BlueprintLimits limits) => _limits = limits;

    /// <summary>The models, in the order of the file.</summary>
    public List<VoxModel> Models { get; } = [];

    /// <summary>Reads every chunk that matters and passes over the rest.</summary>
    public static VoxScene Read(byte[] file, BlueprintLimits limits)
    {
        var scene = new VoxScene(limits);
        VoxChunk? size = null;
        foreach (var chunk in VoxChunk.All(file))
        {
            switch (chunk.Id)
            {
                case "SIZE":
                    size = chunk;
                    break;
                case "XYZI" when size is { } sized:
                    scene.Add(VoxModel.Read(sized, chunk, limits));
                    size = null;
                    break;
                case "RGBA":
                    scene._colours = VoxColours.Read(chunk);
                    break;
                case "nTRN" or "nGRP" or "nSHP":
                    scene.Add(chunk);
                    break;
                default:
                    break;
            }
        }

        return scene;
    }

    /// <summary>Which block each colour number becomes; number 0 is nothing.</summary>
    public CanvasBlock[] Blocks() => [.. _colours.Select((colour, i) => i == 0 ? default : new CanvasBlock(BlockColours.Default.NearestTo(colour)))];

    /// <summary>The models with their places; a file without nodes has its first model only, where it is.</summary>
    public List<(VoxModel Model, VoxPlacement Placement)> Place()
    {
        if (!_nodes.ContainsKey(RootId))
        {
            return [.. Models.Take(1).Select(model => (model, VoxPlacement.None))];
        }

        var placed = new List<(VoxModel, VoxPlacement)>();
        var visits = 0;
        Visit(RootId, VoxPlacement.None, 0, ref visits, placed);
        return placed;
    }

    private void Visit(int id, VoxPlacement outer, int depth, ref int visits, List<(VoxModel Model, VoxPlacement Placement)> placed)
    {
        // Nodes may be used more than once, so a small file could describe a scene without end.
        if (depth > _limits.MaxDepth || ++visits > 4 * _limits.MaxParts)
        {
            throw new BlueprintFormatException("a scene of too many nodes", $"node {id}", $"at most {4 * _limits.MaxParts}, {_limits.MaxDepth} deep");
        }

        if (!_nodes.TryGetValue(id, out var node))
        {
            throw new BlueprintFormatException($"node {id} is missing", "the scene", "a node chunk of that number");
        }

        if (node.Hidden)
        {
            return;
        }

        var here = node.Placement.Inside(outer);
        placed.AddRange(node.Models.Select(index => (ModelAt(index, id), here)));
        foreach (var child in node.Children)
        {
            Visit(child, here, depth + 1, ref visits, placed);
        }
    }

    private VoxModel ModelAt(int index, int id) => (uint)index < (uint)Models.Count
        ? Models[index]
        : throw new BlueprintFormatException($"model {index} is missing", $"node {id}", $"0 to {Models.Count - 1}");

    private void Add(VoxModel model)
    {
        Models.Add(model);
        CheckParts(Models.Count, "models");
    }

    private void Add(VoxChunk chunk)
    {
        var (id, node) = VoxNode.Read(chunk);
        _nodes[id] = node;
        CheckParts(_nodes.Count / 4, "quadruples of nodes");
    }

    private void CheckParts(int count, string what)
    {
        if (count > _limits.MaxParts)
        {
            throw new BlueprintFormatException($"{count} {what}", "the scene", $"at most {_limits.MaxParts}");
        }
    }
}
