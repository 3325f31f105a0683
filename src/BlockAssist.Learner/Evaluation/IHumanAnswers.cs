using BlockAssist.Learner.Networks;
using BlockAssist.Learner.Training;
using BlockAssist.Learner.Views;
using static TorchSharp.torch;

namespace BlockAssist.Learner.Evaluation;

/// <summary>Runs a human model over turns that follow each other.</summary>
internal interface IHumanAnswers : IDisposable
{
    /// <summary>What the network answers turn by turn; what it remembers is kept for the turns that follow.</summary>
    /// <param name="views">What was seen.</param>
    /// <param name="tensors">The same as tensors.</param>
    HumanOutput<Tensor> Of(ViewBatch views, ViewTensors tensors);

    /// <summary>Makes the memory empty.</summary>
    void Forget();
}
