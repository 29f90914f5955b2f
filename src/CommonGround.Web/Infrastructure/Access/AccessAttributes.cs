using CommonGround.Domain.Sharing;

namespace CommonGround.Web.Infrastructure.Access;

/// <summary>
/// Who may come to an endpoint, and what for. Every endpoint declares exactly one: the product does not start otherwise, and a
/// request to an endpoint without one is refused.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public abstract class AccessAttribute(Purpose purpose) : Attribute
{
    public Purpose Purpose { get; } = purpose;
}

/// <summary>Anyone, also signed out: nothing on the page is about a person.</summary>
public sealed class OpenToAllAttribute() : AccessAttribute(Purpose.Operation);

/// <summary>Anyone, but only where the demo runs.</summary>
public sealed class DemoOnlyAttribute() : AccessAttribute(Purpose.Operation);

/// <summary>Whoever is signed in; the page shows their own.</summary>
public sealed class SignedInAttribute(Purpose purpose = Purpose.Own) : AccessAttribute(purpose);

/// <summary>Members of a unit, in these roles (none named: any).</summary>
public sealed class InUnitAttribute(Purpose purpose, params PartyRole[] roles) : AccessAttribute(purpose)
{
    public IReadOnlyList<PartyRole> Roles { get; } = roles;
}

/// <summary>Whoever answers for an organisation what citizens ask about who has looked. To others the page does not exist.</summary>
public sealed class PrivacyOfficerOnlyAttribute() : AccessAttribute(Purpose.PrivacyQuestion);

/// <summary>
/// Parties of the case in the route value <c>caseId</c>, in these roles (none named: any). To others the case does not exist.
/// </summary>
public sealed class InCaseAttribute(Purpose purpose, params PartyRole[] roles) : AccessAttribute(purpose)
{
    public IReadOnlyList<PartyRole> Roles { get; } = roles;
}

/// <summary>A page on which someone chooses in which of their parts they act: open before they have.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ChoosesPartAttribute : Attribute;

/// <summary>
/// Those who work in the unit that leads the case in the route value <c>caseId</c>, and may open it in an emergency. To others the case does
/// not exist.
/// </summary>
public sealed class MayOpenInEmergencyAttribute() : AccessAttribute(Purpose.Intake);

/// <summary>Who has opened the case in an emergency, while that lasts. To others the case does not exist.</summary>
public sealed class OpenedInEmergencyAttribute() : AccessAttribute(Purpose.Emergency);
