using BlockAssist.Learner.Networks;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace BlockAssist.Learner.Training.Bench;

/// <summary>A residual block of the network that BlockAssist replaces: two convolutions over the whole site.</summary>
internal sealed class UpstreamBlock : nn.Module<Tensor, Tensor>
{
    private const double DropoutShare = 0.7;

    private readonly Sequential _inner;

    public UpstreamBlock(int channels, int kernel)
        : base(nameof(UpstreamBlock))
    {
        _inner = nn.Sequential(
            nn.Conv3d(channels, channels, kernel, padding: kernel / 2),
            nn.BatchNorm3d(channels),
            nn.ReLU(),
            nn.Dropout3d(DropoutShare),
            nn.Conv3d(channels, channels, kernel, padding: kernel / 2),
            nn.BatchNorm3d(channels));
        RegisterComponents();
    }

    /// <summary>Steps × channels × width × height × depth, in and out.</summary>
    public override Tensor forward(Tensor x) => nn.functional.relu(x.Plus(_inner.forward(x)));
}
