using TorchSharp;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace BlockAssist.Learner.Training.Bench;

/// <summary>Steps of training of an <see cref="UpstreamNetwork"/> on one sequence of random turns.</summary>
internal sealed class UpstreamTraining : IDisposable
{
    private const double Rate = 1e-3;

    private static readonly long[] Size = [11, 10, 10];

    private readonly DisposeScope _scope = NewDisposeScope();
    private readonly UpstreamNetwork _network;
    private readonly optim.Optimizer _optimizer;
    private readonly Tensor _ids;
    private readonly Tensor _planes;
    private readonly Tensor _targets;

    /// <summary>Makes up a sequence.</summary>
    /// <param name="channels">How many features a cell has.</param>
    /// <param name="turns">How many turns the sequence has.</param>
    public UpstreamTraining(int channels, int turns)
    {
        var cells = Size.Aggregate((a, b) => a * b);
        random.manual_seed(1);
        _network = new UpstreamNetwork(channels, Size);
        _optimizer = optim.Adam(_network.parameters(), Rate);
        _ids = randint(0, UpstreamNetwork.BlockKinds, [turns, cells, UpstreamNetwork.Ids], int64);
        _planes = rand([turns, cells, UpstreamNetwork.Planes]);
        _targets = randint(0, 1 + (11 * cells) + 6, [turns], int64);
    }

    /// <summary>How many weights the network has.</summary>
    public long Weights => _network.parameters().Sum(weight => weight.numel());

    /// <summary>Forward, backward and a step of Adam.</summary>
    /// <returns>The loss, in nats a turn.</returns>
    public float Step()
    {
        using var scope = NewDisposeScope();
        _optimizer.zero_grad();
        var loss = F.cross_entropy(_network.forward(_ids, _planes), _targets);
        loss.backward();
        _optimizer.step();
        return loss.item<float>();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _optimizer.Dispose();
        _network.Dispose();
        _scope.Dispose();
    }
}
