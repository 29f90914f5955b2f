namespace CommonGround.Domain.Programmes;

/// <summary>
/// Something in a programme that cannot work, though each line of it can be read. Where is the step's key; the field is the
/// word that the file uses, so that a reader can point to the line.
/// </summary>
/// <param name="Name">Stable name of the flaw: <c>unknown-step</c>.</param>
/// <param name="Detail">What it is about: the missing step, the role.</param>
public sealed record ProgrammeFlaw(string Step, string Field, string Name, string Detail);
