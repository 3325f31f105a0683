using BlockAssist.Learner.Networks;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace BlockAssist.Learner.Training.Bench;

/// <summary>The human model that BlockAssist replaces, as published: what <c>bench train</c> measures itself against.</summary>
/// <remarks>
/// Embeddings of blocks and players, planes of other facts, and eight layers over all cells of the site: residual blocks of
/// two convolutions (the first layer's 1³, the others' 5³), and in place of the fourth and the eighth an LSTM over time at
/// every cell. At 64 channels it has the published 5,219,207 weights. It computes; it is never trained to play.
/// </remarks>
internal sealed class UpstreamNetwork : nn.Module<Tensor, Tensor, Tensor>
{
    /// <summary>Numbers of blocks and players in a cell: block, goal, player there, who changed it last.</summary>
    public const int Ids = 4;

    /// <summary>Other facts about a cell: ten counts of the inventory, time, whether it is right, and 28 of the action before.</summary>
    public const int Planes = 40;

    /// <summary>Kinds of action in each cell.</summary>
    public const int Actions = 28;

    /// <summary>How many kinds of block there are.</summary>
    public const int BlockKinds = 10;

    /// <summary>How many numbers players may have.</summary>
    public const int Players = 16;

    private const int Embedding = 16;
    private const int Layers = 8;

    private readonly Embedding _blocks = nn.Embedding(BlockKinds, Embedding);
    private readonly Embedding _players = nn.Embedding(Players, Embedding);
    private readonly Linear _input;
    private readonly ModuleList<nn.Module<Tensor, Tensor>> _convolutions;
    private readonly ModuleList<LSTM> _memories;
    private readonly Sequential _actions;
    private readonly Sequential _value;
    private readonly Sequential _goal;
    private readonly long[] _size;

    /// <summary>A network that has not learnt anything.</summary>
    /// <param name="channels">How many features a cell has.</param>
    /// <param name="size">Width, height and depth of the site.</param>
    public UpstreamNetwork(int channels, long[] size)
        : base(nameof(UpstreamNetwork))
    {
        _size = size;
        _input = nn.Linear((Ids * Embedding) + Planes, channels);
        _convolutions = nn.ModuleList<nn.Module<Tensor, Tensor>>(
            [.. Enumerable.Range(1, Layers).Where(layer => !IsMemory(layer)).Select(layer => new UpstreamBlock(channels, layer == 1 ? 1 : 5))]);
        _memories = nn.ModuleList([.. Enumerable.Range(1, Layers).Where(IsMemory).Select(_ => nn.LSTM(channels, channels))]);
        _actions = Head(channels, Actions);
        _value = Head(channels, 1);
        _goal = Head(channels, BlockKinds);
        RegisterComponents();
    }

    /// <summary>Unnormalised logarithms of probabilities of all flat actions, for the turns of one sequence.</summary>
    /// <param name="ids">Turns × cells × <see cref="Ids"/>.</param>
    /// <param name="planes">Turns × cells × <see cref="Planes"/>.</param>
    public override Tensor forward(Tensor ids, Tensor planes)
    {
        var known = cat([_blocks.forward(ids.narrow(2, 0, 2)).flatten(2), _players.forward(ids.narrow(2, 2, 2)).flatten(2), planes], 2);
        var x = Backbone(_input.forward(known));

        // What people do is learnt from the first head alone, but every pass goes through all three.
        _value.forward(x.mean([1]));
        _goal.forward(x);
        return Flat(_actions.forward(x));
    }

    private static bool IsMemory(int layer) => layer is 4 or 8;

    private static Sequential Head(int channels, int outputs) =>
        nn.Sequential(nn.Linear(channels, channels), nn.LeakyReLU(), nn.Linear(channels, outputs));

    /// <summary>Actions without a cell are one each: the likelihoods of their plane added up.</summary>
    private static Tensor Flat(Tensor actions)
    {
        var noop = actions.narrow(2, 0, 1).logsumexp(1);
        var edits = actions.narrow(2, 1, 11).transpose(1, 2).flatten(1);
        var moves = actions.narrow(2, 12, 6).logsumexp(1);
        return cat([noop, edits, moves], 1);
    }

    private Tensor Backbone(Tensor x)
    {
        var (convolutions, memories) = (_convolutions.GetEnumerator(), _memories.GetEnumerator());
        using (convolutions)
        using (memories)
        {
            for (var layer = 1; layer <= Layers; layer++)
            {
                if (IsMemory(layer))
                {
                    memories.MoveNext();
                    x = x.Plus(memories.Current.forward(x, null).Item1);
                }
                else
                {
                    convolutions.MoveNext();
                    var site = x.transpose(1, 2).reshape([x.shape[0], x.shape[2], .. _size]);
                    x = convolutions.Current.forward(site).flatten(2).transpose(1, 2);
                }
            }
        }

        return x;
    }
}
