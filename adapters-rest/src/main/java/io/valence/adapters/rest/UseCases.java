package io.valence.adapters.rest;

import io.valence.application.account.FoundOrganization;
import io.valence.application.account.IdentifyCaller;
import io.valence.application.account.RegisterUser;
import io.valence.application.account.ReplaceSecret;
import io.valence.application.account.ShowOrganizations;
import io.valence.application.authorization.BeginAuthorization;
import io.valence.application.call.CallVendor;
import io.valence.application.call.Recorder;
import io.valence.application.element.DescribeElement;
import io.valence.application.element.ListElements;
import io.valence.application.element.ListHubs;
import io.valence.application.instance.DeleteInstance;
import io.valence.application.instance.FindInstances;
import io.valence.application.instance.ProvisionInstance;
import io.valence.application.instance.ReviseInstance;
import io.valence.application.instance.ShowHealth;
import io.valence.application.instance.SwitchInstance;
import io.valence.application.instance.TryConfiguration;
import io.valence.application.resource.CallResource;
import io.valence.application.resource.DescribeInstance;
import io.valence.application.resource.PingInstance;
import io.valence.application.resource.ShowObjects;
import io.valence.application.trace.ShowTraces;
import io.valence.application.transformation.ShapeObjects;
import io.valence.domain.transformation.ObjectDefinition;
import io.valence.domain.transformation.Transformation;

/** Everything that callers can do over HTTP. */
public record UseCases(
        IdentifyCaller identifyCaller,
        ShowOrganizations showOrganizations,
        FoundOrganization foundOrganization,
        RegisterUser registerUser,
        ReplaceSecret replaceSecret,
        ListElements listElements,
        DescribeElement describeElement,
        ListHubs listHubs,
        ProvisionInstance provisionInstance,
        TryConfiguration tryConfiguration,
        FindInstances findInstances,
        ReviseInstance reviseInstance,
        SwitchInstance switchInstance,
        DeleteInstance deleteInstance,
        ShowHealth showHealth,
        BeginAuthorization beginAuthorization,
        CallVendor callVendor,
        CallResource callResource,
        Recorder recorder,
        DescribeInstance describeInstance,
        PingInstance pingInstance,
        ShowObjects showObjects,
        ShapeObjects<ObjectDefinition> defineObjects,
        ShapeObjects<Transformation> transformObjects,
        ShowTraces showTraces) {}
