namespace CommonGround.Domain.Sharing;

/// <summary>
/// Why something is looked at or changed: stated at every read, kept in the access log, told to the citizen.
/// The numbers are stored: never renumber.
/// </summary>
public enum Purpose
{
    /// <summary>One's own information.</summary>
    Own = 1,

    /// <summary>Finding those on sick leave whom the unit should offer help (the unit's intake).</summary>
    Intake = 2,

    /// <summary>Coordinating the case: steps, who, when.</summary>
    Coordination = 3,

    /// <summary>Preparing or holding an interview.</summary>
    Interview = 4,

    /// <summary>Preparing or holding a meeting.</summary>
    Meeting = 5,

    /// <summary>Making, agreeing and following the plan.</summary>
    Planning = 6,

    /// <summary>Reading a copy that was handed over.</summary>
    ReadCopy = 7,

    /// <summary>Running the product: no person's information is read for it.</summary>
    Operation = 8,

    /// <summary>A privacy officer answers a citizen who does not understand why someone looked; nothing else is read for it.</summary>
    PrivacyQuestion = 9,

    /// <summary>Averting acute harm, for a short time and told to the citizen at once (<see cref="EmergencyFacts"/>).</summary>
    Emergency = 10,
}
