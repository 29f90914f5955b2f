namespace CommonGround.Domain.Sharing;

/// <summary>
/// In which capacity someone acts (need N16): a person must know whether the one they talk to helps or decides.
/// The numbers are stored: never renumber.
/// </summary>
public enum Hat
{
    /// <summary>Outside the deciding authority: helps, and passes nothing on without a yes.</summary>
    Support = 1,

    /// <summary>Inside the deciding authority: helps, and must note what matters for the decision.</summary>
    HelpsAndMustNote = 2,

    /// <summary>Decides on benefit or rights.</summary>
    Decides = 3,
}
